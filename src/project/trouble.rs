//! What the system says when it refuses a file, in words for a person.

use std::io::{Error, ErrorKind};

/// Why a file could not be written or read; what has no words here says what the system says.
pub(super) fn in_words(error: &Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::QuotaExceeded => "the room that you have on this disk is used up".to_owned(),
        ErrorKind::FileTooLarge => "no file of that size can be kept there".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "this disk can only be read".to_owned(),
        ErrorKind::PermissionDenied => "you have no right to do that there".to_owned(),
        ErrorKind::NotFound => "the file or its folder is not there any more".to_owned(),
        ErrorKind::NotADirectory => "a file stands where its folder should be".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::InvalidFilename => "its name is too long, or has signs that this disk does not take".to_owned(),
        ErrorKind::ResourceBusy => "another program is using it".to_owned(),
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut => "the network folder cannot be reached".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_meet_is_said_in_their_words() {
        assert_eq!(in_words(&ErrorKind::StorageFull.into()), "the disk is full");
        assert_eq!(in_words(&Error::other("the drive hums")), "the drive hums");
    }
}
