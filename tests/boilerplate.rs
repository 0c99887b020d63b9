//! What stands around an article on a news page is left out and shown as left out, in four languages: navigation, share
//! buttons, newsletter boxes, captions, related stories, "watch the video", comments, notices of cookies.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use paragone::clean::{Choices, clean};
use paragone::load::{Layout, Source, load};

/// An invented article in one language with what stands around it.
struct Page {
    language: &'static str,
    paragraphs: [&'static str; 3],
    /// Pieces of HTML between the first and the second paragraph, each with words that must be left out.
    inside: &'static [(&'static str, &'static str)],
    /// The same, behind the article.
    behind: &'static [(&'static str, &'static str)],
}

const PAGES: [Page; 4] = [
    Page {
        language: "en",
        paragraphs: [
            "The harbour mast of Westhaven fell on Sunday night, ninety years after it was raised, and nobody was hurt.",
            "The council had been warned twice, the harbour master said, but it had no money for a new mast, or for a survey.",
            "A new mast will be built by autumn, the mayor told reporters, and the fishermen will pay half of what it costs.",
        ],
        inside: &[
            (r#"<figure><img src="a.jpg"><figcaption>The mast in May</figcaption></figure>"#, "The mast in May"),
            ("<p>Photo: Tom Oh</p>", "Photo: Tom Oh"),
            ("<p>Watch the video of the fall below.</p>", "Watch the video"),
            (r#"<p><a href="/storm">Read more: how the storm came over the bay</a></p>"#, "how the storm came"),
            (r#"<div class="newsletter-signup"><p>Get the tides by mail every morning.</p></div>"#, "Get the tides"),
            ("<p>Sign up for our weekly harbour newsletter.</p>", "Sign up for our"),
        ],
        behind: &[
            (r#"<div class="share-bar"><a href="/x">Quaybook</a> <a href="/y">Share</a></div>"#, "Quaybook"),
            (
                "<h3>Related stories</h3><ul><li><a href=\"/f\">Ferry runs aground off the coast</a></li></ul>",
                "Ferry runs",
            ),
            (
                r#"<section id="comments"><h3>Comments</h3><p>It was about time, writes a reader.</p></section>"#,
                "about time",
            ),
            (r#"<div class="cookie-banner"><p>We use cookies to make this page better.</p></div>"#, "We use cookies"),
        ],
    },
    Page {
        language: "de",
        paragraphs: [
            "Der Hafenmast von Westhaven ist in der Nacht zum Montag umgestürzt, neunzig Jahre nachdem er errichtet worden war.",
            "Der Rat sei zweimal gewarnt worden, sagte die Hafenmeisterin, habe aber kein Geld für einen neuen Mast gehabt.",
            "Ein neuer Mast soll bis zum Herbst stehen, kündigte der Bürgermeister an, und die Fischer zahlen die Hälfte davon.",
        ],
        inside: &[
            ("<p>Foto: Tom Oh</p>", "Foto: Tom Oh"),
            (r#"<p class="bildunterschrift">Der Mast im Mai</p>"#, "Der Mast im Mai"),
            ("<p>Lesen Sie auch: Wie der Sturm über die Bucht kam</p>", "Lesen Sie auch"),
            ("<p>Melden Sie sich für unseren wöchentlichen Newsletter an.</p>", "Melden Sie sich"),
            ("<p>Anzeige</p>", "Anzeige"),
        ],
        behind: &[
            (r#"<div class="teilen"><p>Auf Quaybook weitersagen</p></div>"#, "Quaybook"),
            (
                "<h3>Das könnte Sie auch interessieren</h3><ul><li><a href=\"/f\">Fähre läuft vor der Küste auf Grund</a></li></ul>",
                "Fähre",
            ),
            (r#"<section class="kommentare"><p>Es wurde auch Zeit, schreibt eine Leserin.</p></section>"#, "Zeit"),
            ("<p>Wir verwenden Cookies, um diese Seite zu verbessern.</p>", "Wir verwenden Cookies"),
            ("<p>Alle Rechte vorbehalten.</p>", "Alle Rechte"),
        ],
    },
    Page {
        language: "fr",
        paragraphs: [
            "Le mât du port de Westhaven est tombé dans la nuit de dimanche, quatre-vingt-dix ans après avoir été dressé.",
            "Le conseil avait été averti deux fois, selon la capitaine du port, mais il n'avait pas d'argent pour un autre mât.",
            "Un nouveau mât sera dressé avant l'automne, a annoncé le maire, et les pêcheurs en paieront la moitié eux-mêmes.",
        ],
        inside: &[
            ("<p>Crédit photo : Tom Oh</p>", "Tom Oh"),
            (r#"<p class="legende">Le mât en mai</p>"#, "Le mât en mai"),
            ("<p>Lire aussi : comment la tempête a traversé la baie</p>", "Lire aussi"),
            ("<p>Inscrivez-vous à notre lettre du matin.</p>", "Inscrivez-vous"),
            ("<p>Publicité</p>", "Publicité"),
        ],
        behind: &[
            (r#"<div class="partage"><p>Sur Quaybook aussi</p></div>"#, "Quaybook"),
            ("<h3>Sur le même sujet</h3><ul><li><a href=\"/f\">Un bac échoué devant la côte nord</a></li></ul>", "bac"),
            (r#"<section class="commentaires"><p>Il était temps, écrit une lectrice.</p></section>"#, "lectrice"),
            ("<p>Nous utilisons des cookies pour améliorer ce site.</p>", "des cookies"),
        ],
    },
    Page {
        language: "es",
        paragraphs: [
            "El mástil del puerto de Westhaven cayó en la noche del domingo, noventa años después de que fuera levantado.",
            "El consejo había sido advertido dos veces, dijo la capitana del puerto, pero no tenía dinero para otro mástil.",
            "Un nuevo mástil estará listo antes del otoño, anunció el alcalde, y los pescadores pagarán la mitad de su coste.",
        ],
        inside: &[
            ("<p>Foto: Tom Oh</p>", "Foto: Tom Oh"),
            (r#"<p class="leyenda">El mástil en mayo</p>"#, "El mástil en mayo"),
            ("<p>Lea también: cómo la tormenta cruzó la bahía</p>", "Lea también"),
            ("<p>Suscríbase a nuestro boletín de la mañana.</p>", "Suscríbase"),
            ("<p>Publicidad</p>", "Publicidad"),
        ],
        behind: &[
            (r#"<div class="compartir"><p>También en Quaybook</p></div>"#, "Quaybook"),
            (
                "<h3>Noticias relacionadas</h3><ul><li><a href=\"/f\">Un barco encalla frente a la costa norte</a></li></ul>",
                "encalla",
            ),
            (r#"<section class="comentarios"><p>Ya era hora, escribe una lectora.</p></section>"#, "lectora"),
            ("<p>Utilizamos cookies para mejorar este sitio.</p>", "Utilizamos"),
        ],
    },
];

fn html(page: &Page) -> String {
    let pieces = |list: &[(&str, &str)]| list.iter().map(|(html, _)| *html).collect::<Vec<_>>().join("\n");
    let [first, second, third] = page.paragraphs;
    let (inside, behind) = (pieces(page.inside), pieces(page.behind));
    format!(
        "<!DOCTYPE html><html lang={}><head><meta charset=utf-8><title>Westhaven</title></head><body>\
         <nav><ul><li><a href=/>Navigation</a></li><li><a href=/s>Sport</a></li></ul></nav>\
         <main><h1>Westhaven 1935–2025</h1><p>{first}</p>\n{inside}\n<p>{second}</p><p>{third}</p>\n{behind}</main>\
         <footer>Westhaven Courier, Quay Street 3</footer></body></html>",
        page.language
    )
}

#[test]
fn what_stands_around_an_article_is_left_out_and_shown() {
    for page in &PAGES {
        let file = tempfile::Builder::new().suffix(".html").tempfile().unwrap();
        std::fs::write(file.path(), html(page)).unwrap();
        let raw = load(&Source::File(file.path().to_owned()), Layout::Article).unwrap();
        let article = clean(&raw, &Choices::default());
        let kept: Vec<&str> = article.passages.iter().map(|passage| passage.span.of(&raw.text)).collect();
        let removed: Vec<&str> = article.removed.iter().map(|removed| removed.text.as_str()).collect();
        for paragraph in page.paragraphs {
            assert!(kept.contains(&paragraph), "{}: lost {paragraph}\n{kept:#?}", page.language);
        }
        let around = [("", "Navigation"), ("", "Quay Street 3")];
        for (_, words) in page.inside.iter().chain(page.behind).chain(&around) {
            assert!(!kept.iter().any(|kept| kept.contains(words)), "{}: kept {words}\n{kept:#?}", page.language);
            assert!(removed.iter().any(|text| text.contains(words)), "{}: not shown: {words}", page.language);
        }
    }
}
