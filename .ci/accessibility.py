#!/usr/bin/python3
"""What a screen reader is told: reads the running window over AT-SPI and checks that nothing in it is mute.

    .ci/accessibility.py BINARY [--tree FILE]

Starts BINARY (a debug or a release build) under Xvfb on two invented reports, with a session bus of its own, walks
through the window by keys alone, and reads the tree of accessible objects at every station. Ends with status 1 and a
line for each fault. With --tree every tree is written to FILE, to be read. Needs Xvfb, openbox, xdotool, dbus, at-spi2-core
and python3-dbus.
"""

import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import dbus

LEFT = """Harbour ferry to run again from Monday

By Edda Vann, 3 March 2025

The harbour ferry at Oster will sail again on Monday, the town said on Friday.

It had been out of service for 14 weeks after ice bent a shaft. "We are glad to be back," said the captain, Jorun Aas.

The repair cost 1.2 million crowns. Anglers lost their favourite quay meanwhile.
"""

RIGHT = """Ferry returns to Oster

By Pavel Strand, 4 March 2025

After 16 weeks without it, Oster gets its harbour ferry back on Monday.

The repair may have cost 1.4 million crowns, according to the harbour board. A shaft was bent by ice in winter.

"We are so glad to be back," captain Jorun Aas said. Tickets will cost 20 crowns more than before.
"""

# Roles that only hold others together; they need no name and are never spoken.
GROUPS = {"panel", "section", "unknown"}
# What is pressed, ticked or written in: two beside each other need two names.
CONTROLS = {"button", "check box", "radio button", "entry", "combo box", "toggle button"}
ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
# As AT-SPI numbers them.
ROLES = {2: "alert", 7: "check box", 8: "check menu item", 11: "combo box", 16: "dialog", 23: "frame", 27: "image",
         29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab",
         38: "page tab list", 39: "panel", 42: "progress bar", 43: "button", 44: "radio button", 45: "radio menu item",
         48: "scroll bar", 50: "separator", 51: "slider", 52: "spin button", 54: "status bar", 62: "toggle button",
         67: "unknown", 73: "paragraph", 75: "application", 79: "entry", 83: "heading", 85: "section", 88: "link",
         98: "list box", 105: "block quote", 109: "article", 110: "landmark", 116: "static"}
STATES = {1: "active", 4: "checked", 8: "enabled", 9: "expandable", 10: "expanded", 11: "focusable", 12: "focused",
          20: "pressed", 22: "selectable", 23: "selected", 24: "sensitive", 32: "indeterminate", 41: "checkable", 43: "read-only"}


# Where the walk stops: a name, the keys that lead there, and what has to be in the tree: role, words of the name, states.
STATIONS = [
    ("side by side", [], [
        ("frame", "north.txt", ""), ("menu bar", "Menus", ""), ("button", "File", ""), ("button", "Undo", ""),
        ("landmark", "Both articles", ""), ("list", "Left article", ""), ("list", "Right article", ""),
        ("list item", "It had been out of service for 14 weeks", ""), ("list item", "After 16 weeks", ""),
        ("list", "Findings", ""), ("list item", "Conflict, Number: Left counts", ""),
        ("check box", "Checked off: Left counts", ""), ("radio button", "Side by side", "checked"),
        ("scroll bar", "Overview of the left article", ""), ("scroll bar", "Overview of the right article", ""),
        ("status bar", "Figures of the comparison", ""), ("button", "1 passage left out", "")]),
    ("a finding", ["F8"], [
        ("list item", "Conflict, Number", "selected"), ("list item", "The repair cost 1.2 million", "selected focused"),
        ("list item", "The repair may have cost", "selected"), ("button", "Link: left 5 with right 3, suggested", ""),
        ("button", "Check off", ""), ("button", "Dismiss…", ""), ("button", "Note…", "")]),
    ("checked off", ["c"], [("check box", "Checked off: Left counts", "checked")]),
    ("a reason for dismissing", ["F8", "d"], [("entry", "Dismiss: ", "focused")]),
    ("a note", ["Escape", "ctrl+m"], [("entry", "Note", "focused")]),
    ("what was left out", ["Escape", "ctrl+shift+l"], [("button", "1 passage left out, here on the left", ""), ("button", "Put back: By Edda Vann", "")]),
    ("rows", ["F5"], [
        ("list", "Rows of both articles", ""), ("list item", "Left 5 with right 3", ""), ("radio button", "Rows", "checked")]),
    ("a row, large", ["Down", "F2"], [("block quote", "left: Anglers", "")]),
    ("links looked over", ["F2", "r"], [("list item", "Left", "selected")]),
    ("the overview", ["Escape", "F4"], [("landmark", "Beside the text", ""), ("image", "", "")]),
    ("an article's card", ["F6"], [("entry", "Author", "")]),
    ("the notes", ["F10"], [("landmark", "Beside the text", "")]),
    ("words looked for", ["F9", "ctrl+f"], [("entry", "Find", "focused")]),
    ("the settings", ["Escape", "ctrl+comma"], [("check box", "High contrast", ""), ("radio button", "Light", "")]),
    ("all commands", ["Escape", "ctrl+k"], [("combo box", "Find a command", ""), ("list item", "New comparison", "selected focused")]),
    ("keys and marks", ["Escape", "F1"], [("label", "Marks in the text", "")]),
    ("the welcome page", ["Escape", "ctrl+n"], [("button", "Compare", ""), ("button", "Open two files or a project…", "")]),
]


class Node:
    """One accessible object, read once with all below it."""

    def __init__(self, bus, name, path):
        proxy = bus.get_object(name, path, introspect=False)
        properties = lambda interface, key: proxy.Get(interface, key, dbus_interface=PROPERTIES)
        role = int(proxy.GetRole(dbus_interface=ACCESSIBLE))
        self.role = ROLES.get(role, f"role {role}")
        self.name = str(properties(ACCESSIBLE, "Name"))
        self.about = str(properties(ACCESSIBLE, "Description"))
        low, high = (int(word) for word in proxy.GetState(dbus_interface=ACCESSIBLE))
        bits = low | high << 32
        self.states = {word for bit, word in STATES.items() if bits >> bit & 1}
        interfaces = [str(one) for one in proxy.GetInterfaces(dbus_interface=ACCESSIBLE)]
        self.value = None
        if "org.a11y.atspi.Value" in interfaces:
            self.value = float(properties("org.a11y.atspi.Value", "CurrentValue"))
        self.text = ""
        if "org.a11y.atspi.Text" in interfaces:
            self.text = str(proxy.GetText(0, -1, dbus_interface="org.a11y.atspi.Text"))
        children = proxy.GetChildren(dbus_interface=ACCESSIBLE)
        self.children = [Node(bus, child_name, child_path) for child_name, child_path in children]

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()

    def lines(self, depth=0):
        told = [f"{'  ' * depth}{self.role}", repr(self.name)]
        told += [f"value {self.value:g}"] if self.value is not None else []
        told += [f"text {self.text[:60]!r}"] if self.text and self.text != self.name else []
        told += [f"({self.about})"] if self.about else []
        told += [" ".join(sorted(self.states - {"enabled", "sensitive"}))]
        yield " ".join(told).rstrip()
        for child in self.children:
            yield from child.lines(depth + 1)


class Window:
    """The running program, its keys and its tree."""

    def __init__(self, binary, work):
        session = dbus.SessionBus()
        status = session.get_object("org.a11y.Bus", "/org/a11y/bus")
        status.Set("org.a11y.Status", "IsEnabled", True, dbus_interface=PROPERTIES)
        status.Set("org.a11y.Status", "ScreenReaderEnabled", True, dbus_interface=PROPERTIES)
        address = str(status.GetAddress(dbus_interface="org.a11y.Bus"))
        self.bus = dbus.bus.BusConnection(address)
        files = []
        for name, text in (("north.txt", LEFT), ("south.txt", RIGHT)):
            (work / name).write_text(text)
            files.append(work / name)
        self.process = subprocess.Popen([binary, *files])
        self.id = wait_for(lambda: run("xdotool", "search", "--pid", str(self.process.pid), "--name", "Paragone"), "the window")
        self.id = self.id.split()[0]
        run("xdotool", "windowactivate", "--sync", self.id)
        run("xdotool", "mousemove", "1439", "899")   # where it points at nothing, so that no tooltip opens
        wait_for(self.shows_the_articles, "the articles")

    def tree(self):
        """Every object of the program, read anew; None while the program has none, or changes them."""
        registry = self.bus.get_object("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", introspect=False)
        try:
            programs = registry.GetChildren(dbus_interface=ACCESSIBLE)
            return Node(self.bus, *programs[0]) if programs else None
        except dbus.exceptions.DBusException:
            return None

    def shows_the_articles(self):
        tree = self.tree()
        return tree is not None and any(node.name == "Swap sides" for node in tree.all())

    def press(self, *keys):
        """Presses keys one after the other, as slowly as the window follows them."""
        for key in keys:
            run("xdotool", "key", key)
            time.sleep(0.4)

    def settled(self, expected, seconds=5):
        """The tree as soon as it holds what is expected, or as it is when that takes too long."""
        until = time.monotonic() + seconds
        while True:
            tree = wait_for(self.tree, "a tree")
            if time.monotonic() > until or not any(missing(tree, expected)):
                return tree
            time.sleep(0.2)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def wait_for(find, what, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = find()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"{what} did not appear within {seconds} seconds")


def faults(tree):
    """What nobody could make sense of by ear, a line each."""
    for node in tree.all():
        if node.role in GROUPS | {"scroll bar"} and "focusable" not in node.states:
            continue
        if not node.name:
            yield f"a {node.role} has no name" + (f", only a description: {node.about}" if node.about else "")
        if "focusable" in node.states and node.role in GROUPS:
            yield f"“{node.name}” can be reached and has the role {node.role}"
        within = collections.Counter((one.role, one.name, one.about) for one in node.children if one.role in CONTROLS)
        for (role, name, _), count in within.items():
            if count > 1:
                yield f"{count} of the role {role} are called “{name}”"


def missing(tree, expected):
    nodes = list(tree.all())
    for role, words, states in expected:
        fits = [node for node in nodes if node.role == role and words in node.name]
        if not fits:
            yield f"there is no {role} called “{words}…”"
        elif not any(set(states.split()) <= node.states for node in fits):
            yield f"the {role} “{words}…” is not {states}, only {' '.join(sorted(fits[0].states))}"


def main():
    binary, *rest = sys.argv[1:]
    trees, found = [], 0
    with tempfile.TemporaryDirectory() as folder:
        window = Window(binary, pathlib.Path(folder))
        for station, keys, expected in STATIONS:
            window.press(*keys)
            tree = window.settled(expected)
            trees += ["# " + station, *tree.lines()]
            wrong = [*faults(tree), *missing(tree, expected)]
            found += len(wrong)
            print(f"{station}: {sum(1 for _ in tree.all())} objects", *wrong, sep="\n  ")
        window.process.terminate()
        window.process.wait()
    if rest[:1] == ["--tree"]:
        pathlib.Path(rest[1]).write_text("\n".join(trees) + "\n")
    print("every object has a name and a role" if found == 0 else f"{found} faults")
    return min(found, 1)


def in_a_session_of_its_own():
    """Runs this script again with a screen, a window manager and a session bus that nobody else uses."""
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-noreset"],
                                  pass_fds=[write], stderr=subprocess.DEVNULL)
        display = ":" + os.read(read, 16).decode().strip()
        own = {"DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": home + "/data",
               "LIBGL_ALWAYS_SOFTWARE": "1", "PARAGONE_OWN_SESSION": "1", "NO_AT_BRIDGE": "0"}
        manager = subprocess.Popen(["openbox"], env=os.environ | own, stderr=subprocess.DEVNULL)
        try:
            return subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=os.environ | own)
        finally:
            manager.terminate()
            screen.terminate()


if __name__ == "__main__":
    sys.exit(main() if "PARAGONE_OWN_SESSION" in os.environ else in_a_session_of_its_own())
