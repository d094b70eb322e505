//! The commission's file: what is acknowledged is on disk, what does not parse is never
//! overwritten, and whoever comes second reads.

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::path::PathBuf;

use delibere::domain::commission::Ticking;
use delibere::domain::edit::{Author, Change, Edit, Stamp};
use delibere::domain::fraction::Fraction;
use delibere::domain::history::Role;
use delibere::domain::id::CandidateId;
use delibere::domain::roster::Moment;
use delibere::store::document::{Document, Notice, Saved};
use delibere::store::journal::{Break, Chains, sha256};
use delibere::store::notes::Notes;
use delibere::store::places::Places;
use delibere::store::rescue::Rescue;
use delibere::store::settings::{Recent, Settings};
use delibere::store::{EditError, StoreError, clock};
use proptest::prelude::*;

use super::edits::{any_day, any_ticking};
use super::support::{Desk, TO_SEAL, candidate, gesture, moment, perform, stamp};

const SHORT: &str = "c add\nm1 level patrimoine BM\nc write Été à l’œuvre\nc mark 12.5";

/// A notice in a word, with what tells it from others.
fn word(notice: &Notice) -> String {
    match notice {
        Notice::Torn { bytes, aside } => format!("torn {bytes} {}", aside.is_some()),
        Notice::Broken { line, cause } => {
            let cause = match cause {
                Break::Syntax(_) => "syntax",
                Break::Chain => "chain",
                Break::Refused(_) => "refused",
            };
            format!("broken {line} {cause}")
        }
        Notice::Held(_) => "held".into(),
        Notice::Unwritable(_) => "unwritable".into(),
        Notice::Recovered(count) => format!("recovered {count}"),
        Notice::Stranded { count, .. } => format!("stranded {count}"),
        Notice::Waiting(count) => format!("waiting {count}"),
    }
}

fn notices(document: &Document) -> String {
    let words: Vec<String> = document.notices().iter().map(word).collect();
    words.join(", ")
}

/// The lines of a file, each without its end.
fn lines(path: &Path) -> Vec<Vec<u8>> {
    let bytes = fs::read(path).expect("the file");
    let mut lines: Vec<Vec<u8>> = bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    assert_eq!(lines.pop(), Some(Vec::new()), "every line is ended");
    lines
}

fn write_lines(path: &Path, lines: &[Vec<u8>]) {
    let mut bytes = lines.join(&b'\n');
    bytes.push(b'\n');
    fs::write(path, bytes).expect("written");
}

fn beside(path: &Path) -> Vec<String> {
    let folder = fs::read_dir(path.parent().expect("a folder")).expect("a folder");
    let mut names: Vec<String> = folder
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "home")
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_acknowledged_is_in_the_file() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    for (index, (_, author, edit)) in super::support::gestures(TO_SEAL).into_iter().enumerate() {
        let saved = document
            .edit(&edit, author, moment(index))
            .expect("accepted");
        assert_eq!(saved, Saved::InFile(index as u64 + 1));
        // Read at once, as if the power failed now: nothing waits in a buffer.
        let read = Document::look(document.path(), &desk.places).expect("it reads");
        assert_eq!(read.commission(), document.commission());
        assert_eq!(notices(&read), "");
    }
    let code = document.seal_code(&"1".into()).expect("a code").to_owned();
    let last = lines(document.path()).pop().expect("a line");
    let hash = sha256(&last).to_uppercase();
    assert_eq!(code, format!("{}-{}", &hash[..4], &hash[4..8]));
    drop(document);
    let again = desk.open();
    assert_eq!(again.seal_code(&"1".into()), Some(code.as_str()));
    assert!(again.is_writable());
}

#[test]
fn a_torn_last_line_is_set_aside_at_every_byte() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, SHORT);
    let path = document.path().to_owned();
    drop(document);
    let all = fs::read(&path).expect("the file");
    let mut known = lines(&path);
    let last = known.pop().expect("a line");
    let intact = all.len() - last.len() - 1;
    for cut in intact..all.len() {
        fs::write(&path, &all[..cut]).expect("cut");
        let torn = cut - intact;
        let looked = Document::look(&path, &desk.places).expect("it reads");
        let mut document = desk.open();
        assert!(document.is_writable(), "cut at {cut}");
        if torn == last.len() {
            // Only its end misses: the line is whole.
            assert_eq!((notices(&document), document.count()), (String::new(), 4));
        } else if torn == 0 {
            assert_eq!((notices(&document), document.count()), (String::new(), 3));
        } else {
            assert_eq!(notices(&looked), format!("torn {torn} false"));
            assert_eq!(notices(&document), format!("torn {torn} true"));
            let [
                Notice::Torn {
                    aside: Some(aside), ..
                },
            ] = document.notices()
            else {
                panic!("set aside");
            };
            assert_eq!(fs::read(aside).expect("aside"), &all[intact..cut]);
            let said = delibere::words::notice(&path, &document.notices()[0]);
            assert!(said.starts_with("Rien n’est perdu"), "{said}");
            assert_eq!(document.count(), 3);
            fs::remove_file(aside).expect("removed");
        }
        // What follows is written where the torn line began.
        if cut % 7 == 0 || torn < 2 {
            perform(&mut document, "c mark 9");
            drop(document);
            let again = desk.open();
            assert_eq!(notices(&again), "");
            let mark = again.commission().records[0].mark.clone();
            assert_eq!(mark, Fraction::parse("9"));
        }
    }
}

#[test]
fn a_torn_header_is_no_commission_and_nothing_is_laid_beside() {
    let desk = Desk::new();
    let path = desk.create(Ticking::Blind).path().to_owned();
    fs::remove_file(desk.path(".commission.delibere.lock")).expect("removed");
    let all = fs::read(&path).expect("the file");
    for cut in (0..all.len() - 1).step_by(997).chain([all.len() - 2]) {
        fs::write(&path, &all[..cut]).expect("cut");
        let error = Document::open(&path, &desk.places).expect_err("no commission");
        assert!(
            matches!(error, StoreError::NotACommission { .. }),
            "{error}"
        );
        assert_eq!(fs::read(&path).expect("the file"), &all[..cut]);
        assert_eq!(beside(&path), ["commission.delibere"]);
    }
    // Without its line end alone, the header is whole.
    fs::write(&path, &all[..all.len() - 1]).expect("cut");
    let mut document = desk.open();
    perform(&mut document, "c add");
    drop(document);
    assert_eq!(notices(&desk.open()), "");
}

#[test]
fn a_wrong_line_in_the_middle_closes_the_file_at_its_place() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, TO_SEAL);
    let path = document.path().to_owned();
    drop(document);
    let sound = lines(&path);
    let check = |what: &str, lines: &[Vec<u8>], expected: &str| {
        write_lines(&path, lines);
        let before = fs::read(&path).expect("the file");
        let mut document = desk.open();
        assert_eq!(notices(&document), expected, "{what}");
        assert!(!document.is_writable());
        let (author, edit) = gesture("c@7 add");
        let refused = document.edit(&edit, author, moment(0));
        assert!(matches!(
            refused,
            Err(EditError::NotWritten(StoreError::ReadOnly(_)))
        ));
        assert!(document.retry().is_err() || document.waiting() == 0);
        drop(document);
        assert_eq!(fs::read(&path).expect("the file"), before, "{what}");
        let verified = desk.run(&["verify", "commission.delibere", "--json"], b"");
        let line: u64 = expected
            .split(' ')
            .nth(1)
            .expect("a line")
            .parse()
            .expect("a number");
        assert_eq!(verified.code, Some(1));
        assert_eq!(verified.json()["first_bad_line"], line);
        assert!(
            verified.err.contains(&format!("ligne {line}")),
            "{}",
            verified.err
        );
    };
    let altered = |index: usize, from: &str, to: &str| {
        let mut lines = sound.clone();
        let text = String::from_utf8(lines[index].clone()).expect("UTF-8");
        assert!(text.contains(from), "{text}");
        lines[index] = text.replace(from, to).into_bytes();
        lines
    };
    // The level of line 4 is raised: the line itself still reads, the next one does not follow.
    check("altered", &altered(3, "\"BM\"", "\"EM\""), "broken 5 chain");
    check(
        "spoilt",
        &altered(3, "\"kind\"", "\"kin\""),
        "broken 4 syntax",
    );
    check(
        "emptied",
        &{
            let mut lines = sound.clone();
            lines[5].clear();
            lines
        },
        "broken 6 syntax",
    );
    check(
        "removed",
        &{
            let mut lines = sound.clone();
            let _ = lines.remove(5);
            lines
        },
        "broken 6 chain",
    );
    check(
        "swapped",
        &{
            let mut lines = sound.clone();
            lines.swap(5, 6);
            lines
        },
        "broken 6 chain",
    );
    check(
        "twice",
        &{
            let mut lines = sound.clone();
            lines.insert(6, lines[5].clone());
            lines
        },
        "broken 7 chain",
    );
    check(
        "header",
        &altered(0, "SPÉCIMEN", "SPECIMEN"),
        "broken 2 chain",
    );
    // An ended last line was acknowledged: wrong, it is not torn.
    check(
        "last",
        &altered(sound.len() - 1, "\"kind\":\"seal\"", "\"kind\":\"sea\""),
        &format!("broken {} syntax", sound.len()),
    );
}

#[test]
fn a_line_that_the_domain_refuses_closes_the_file() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    let path = document.path().to_owned();
    drop(document);
    let mut known = lines(&path);
    let mut chains = Chains::new(&known[0]);
    let line = chains.read(&known[1]).expect("a line");
    let writer = line.writer.clone();
    chains.take(&line);
    let again = Edit::AddCandidate(candidate("1"));
    let stamp = stamp(Author::Commission, 9);
    known.push(
        chains
            .next(&writer, &again, stamp, Role::Gesture, None)
            .expect("a line"),
    );
    write_lines(&path, &known);
    let document = desk.open();
    assert_eq!(notices(&document), "broken 3 refused");
    assert_eq!(document.count(), 1);
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let desk = Desk::new();
    let path = desk.create(Ticking::Blind).path().to_owned();
    let _ = fs::remove_file(desk.path(".commission.delibere.lock"));
    let header = String::from_utf8(lines(&path).remove(0)).expect("UTF-8");
    let check = |text: &str, expected: &str| {
        fs::write(&path, text).expect("written");
        let error = Document::open(&path, &desk.places)
            .expect_err(expected)
            .to_string();
        assert!(error.contains(expected), "{error}");
        assert!(error.contains("commission.delibere"), "{error}");
        assert_eq!(fs::read_to_string(&path).expect("the file"), text);
        assert_eq!(beside(&path), ["commission.delibere"]);
    };
    let n = '\u{a0}';
    check("", "n’est pas un fichier de commission lisible");
    check("\n", "n’est pas un fichier de commission lisible");
    check("{}\n", "sa première ligne");
    check("%PDF-1.7\n", "sa première ligne");
    check(
        &header.replace("\"format\":\"delibere\"", "\"format\":\"autre\""),
        "autre",
    );
    check(
        &header.replace("\"version\":1", "\"version\":2"),
        "version plus récente (2)",
    );
    let later = "{\"format\":\"delibere\",\"version\":9,\"new\":[1]}";
    check(later, "version plus récente (9)");
    check(
        &header.replace("\"version\":1", "\"version\":-1"),
        "sa première ligne",
    );
    check(
        &header.replace("\"edition\":\"2026\"", "\"edition\":\"1999\""),
        "1999",
    );
    check(
        &header.replace("\\\"points\\\": 10", "\\\"points\\\": 1"),
        "ne correspond plus à son empreinte",
    );
    check(
        &header.replace("\"ticking\":\"blind\"", "\"ticking\":\"aveugle\""),
        &format!("«{n}aveugle{n}» n’existe pas"),
    );
    check(
        &header.replace("\"mode\"", "\"mode2\""),
        &format!("«{n}mode2{n}» n’existe pas"),
    );
}

#[test]
fn creating_never_overwrites() {
    let desk = Desk::new();
    let path = desk.create(Ticking::Blind).path().to_owned();
    let before = fs::read(&path).expect("the file");
    let run = desk.run(
        &[
            "new",
            "commission.delibere",
            "--grid",
            "bts-sio-bloc1",
            "--commission",
            "1",
            "--member",
            "A",
            "--member",
            "B",
        ],
        b"",
    );
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("existe déjà"), "{}", run.err);
    assert_eq!(fs::read(&path).expect("the file"), before);
}

#[test]
fn whoever_comes_second_reads_and_is_told_who_holds_it() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    let second = desk.open();
    assert!(!second.is_writable());
    assert_eq!(notices(&second), "held");
    let [Notice::Held(who)] = second.notices() else {
        panic!("held")
    };
    assert!(
        who.contains(&format!("processus {}", std::process::id())),
        "{who}"
    );
    let run = desk.run(
        &["apply", "commission.delibere"],
        super::support::wishes("c@2 add").as_bytes(),
    );
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(
        run.err.contains("ouverte dans une autre fenêtre"),
        "{}",
        run.err
    );
    assert!(
        run.err
            .contains(&format!("processus {}", std::process::id())),
        "{}",
        run.err
    );
    perform(&mut document, "c@2 add");
    drop(document);
    // The first one left: the next one writes.
    assert!(desk.open().is_writable());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_is_the_same_file() {
    let desk = Desk::new();
    let document = desk.create(Ticking::Blind);
    let link = desk.path("link.delibere");
    std::os::unix::fs::symlink(document.path(), &link).expect("a link");
    let second = Document::open(&link, &desk.places).expect("it reads");
    assert_eq!(notices(&second), "held");
}

#[test]
fn a_place_that_cannot_be_written_is_read() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    drop(document);
    // A folder where the lock should be: as unwritable for root as for anybody.
    let lock = desk.path(".commission.delibere.lock");
    fs::remove_file(&lock).expect("removed");
    fs::create_dir(&lock).expect("in the way");
    let document = desk.open();
    assert_eq!(notices(&document), "unwritable");
    assert_eq!((document.is_writable(), document.count()), (false, 1));
    let run = desk.run(&["apply", "commission.delibere"], b"");
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("ne permet pas d’écrire"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let folder = desk.path("key");
    fs::create_dir(&folder).expect("a folder");
    let path = folder.join("a.delibere");
    drop(desk.create_at(&path, Ticking::Blind));
    fs::remove_file(folder.join(".a.delibere.lock")).expect("removed");
    let set = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).expect("set");
    set(0o555);
    // Permissions do not bind root.
    let binds = fs::write(folder.join("probe"), "").is_err();
    let document = Document::open(&path, &desk.places).expect("it reads");
    assert_eq!(document.is_writable(), !binds);
    set(0o755);
}

/// The file's folder goes away, as a key that is pulled out, and comes back. Windows renames no
/// folder that is in use.
#[cfg(unix)]
struct Key(PathBuf);

#[cfg(unix)]
impl Key {
    fn pull_out(&self) {
        fs::rename(&self.0, self.0.with_extension("away")).expect("pulled out");
    }

    fn plug_in(&self) {
        fs::rename(self.0.with_extension("away"), &self.0).expect("plugged in");
    }
}

#[cfg(unix)]
fn on_a_key(desk: &Desk) -> (Key, Document) {
    let folder = desk.path("key");
    fs::create_dir(&folder).expect("a folder");
    let mut document = desk.create_at(&folder.join("a.delibere"), Ticking::Blind);
    perform(&mut document, "c add");
    (Key(folder), document)
}

#[cfg(unix)]
#[test]
fn a_gesture_waits_here_while_the_key_is_out() {
    let desk = Desk::new();
    let (key, mut document) = on_a_key(&desk);
    key.pull_out();
    let (author, edit) = gesture("c mark 12");
    assert_eq!(
        document.edit(&edit, author, moment(5)).expect("kept"),
        Saved::Rescued(2)
    );
    perform(&mut document, "c mark 13");
    assert_eq!(document.waiting(), 2);
    assert!(document.retry().is_err());
    // A script wants its edits in the file, or refused.
    let (author, edit) = gesture("c mark 9");
    assert!(document.edit_in_file(&edit, author, moment(6)).is_err());
    assert_eq!(document.commission().records[0].mark, Fraction::parse("13"));
    key.plug_in();
    document.retry().expect("written");
    assert_eq!(document.waiting(), 0);
    perform(&mut document, "c mark 14");
    let path = document.path().to_owned();
    let commission = document.commission().clone();
    drop(document);
    let again = Document::open(&path, &desk.places).expect("it opens");
    assert_eq!((notices(&again), again.count()), (String::new(), 4));
    assert_eq!(again.commission(), &commission);
    assert_eq!(
        fs::read_dir(desk.places.rescue()).expect("rescue").count(),
        0
    );
}

#[cfg(unix)]
#[test]
fn a_gesture_that_waits_survives_a_restart() {
    let desk = Desk::new();
    let (key, mut document) = on_a_key(&desk);
    let path = document.path().to_owned();
    key.pull_out();
    perform(&mut document, "c mark 12\nc write Bien");
    drop(document);
    assert!(Document::open(&path, &desk.places).is_err());
    key.plug_in();
    assert_eq!(
        notices(&Document::look(&path, &desk.places).expect("it reads")),
        "waiting 2"
    );
    let document = Document::open(&path, &desk.places).expect("it opens");
    assert_eq!(notices(&document), "recovered 2");
    assert_eq!(document.commission().records[0].appreciation, "Bien");
    drop(document);
    let document = Document::open(&path, &desk.places).expect("it opens");
    assert_eq!((notices(&document), document.count()), (String::new(), 3));
}

#[cfg(unix)]
#[test]
fn the_next_gesture_brings_home_those_that_wait() {
    let desk = Desk::new();
    let (key, mut document) = on_a_key(&desk);
    key.pull_out();
    perform(&mut document, "c mark 12");
    key.plug_in();
    let (author, edit) = gesture("c mark 13");
    assert_eq!(
        document.edit(&edit, author, moment(7)).expect("written"),
        Saved::InFile(3)
    );
    assert_eq!(document.waiting(), 0);
}

#[cfg(unix)]
#[test]
fn what_waits_is_kept_apart_when_an_older_copy_took_the_place() {
    let desk = Desk::new();
    let (key, mut document) = on_a_key(&desk);
    let path = document.path().to_owned();
    let older = fs::read(&path).expect("the file");
    perform(&mut document, "c mark 11");
    key.pull_out();
    perform(&mut document, "c mark 12");
    drop(document);
    key.plug_in();
    fs::write(&path, &older).expect("put back");
    let mut document = Document::open(&path, &desk.places).expect("it opens");
    assert_eq!(notices(&document), "stranded 1");
    let Some(Notice::Stranded { aside, .. }) = document.notices().first().cloned() else {
        panic!("stranded");
    };
    perform(&mut document, "c mark 13");
    assert!(fs::read_to_string(aside).expect("kept").contains("\"12\""));
    assert_eq!(
        fs::read(&path).expect("the file").get(..older.len()),
        Some(&older[..])
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_written_into_a_file_that_took_the_place() {
    let desk = Desk::new();
    let (_key, mut document) = on_a_key(&desk);
    let path = document.path().to_owned();
    let before = fs::read(&path).expect("the file");
    // A synchronised folder puts another file under the name: longer, shorter, as long.
    let longer = [&before[..], b"more\n"].concat();
    for other in [longer, b"short".to_vec()] {
        fs::remove_file(&path).expect("removed");
        fs::write(&path, &other).expect("replaced");
        let (author, edit) = gesture("c mark 12");
        assert!(document.edit_in_file(&edit, author, moment(3)).is_err());
        assert!(matches!(
            document.edit(&edit, author, moment(3)),
            Ok(Saved::Rescued(_))
        ));
        assert_eq!(fs::read(&path).expect("the file"), other);
    }
    fs::remove_file(&path).expect("removed");
    fs::write(&path, &before).expect("put back");
    document.retry().expect("home again");
    drop(document);
    let document = Document::open(&path, &desk.places).expect("it opens");
    assert_eq!(document.commission().records[0].mark, Fraction::parse("12"));
}

#[cfg(unix)]
#[test]
fn all_is_saved_elsewhere_though_the_key_is_out() {
    let desk = Desk::new();
    let (key, mut document) = on_a_key(&desk);
    perform(&mut document, "c mark 11");
    key.pull_out();
    perform(&mut document, "c mark 12");
    let taken = desk.path("taken.delibere");
    fs::write(&taken, "mine").expect("written");
    let refused = document.save_elsewhere(&taken, &desk.places);
    assert!(matches!(refused, Err(StoreError::Exists(_))));
    assert_eq!(fs::read_to_string(&taken).expect("mine"), "mine");
    let elsewhere = desk.path("elsewhere.delibere");
    document
        .save_elsewhere(&elsewhere, &desk.places)
        .expect("saved");
    assert_eq!(
        (document.path(), document.waiting()),
        (elsewhere.as_path(), 0)
    );
    perform(&mut document, "c mark 13");
    drop(document);
    let document = Document::open(&elsewhere, &desk.places).expect("it opens");
    assert_eq!((notices(&document), document.count()), (String::new(), 4));
}

#[test]
fn a_rescued_gesture_is_never_read_into_a_torn_one() {
    let desk = Desk::new();
    let path = desk.path("a.delibere");
    let rescue = Rescue::of(&desk.places, "id", &path);
    rescue.keep(b"first").expect("kept");
    let torn = [
        fs::read(rescue.path()).expect("the file"),
        b"half a li".to_vec(),
    ]
    .concat();
    fs::write(rescue.path(), torn).expect("torn");
    assert_eq!(rescue.waiting(), [b"first"]);
    rescue.keep(b"second").expect("kept");
    assert_eq!(rescue.waiting(), [&b"first"[..], b"second"]);
    rescue.clear();
    assert!(rescue.waiting().is_empty());
}

#[test]
fn a_copy_carried_elsewhere_goes_on_with_its_own_chain() {
    let (here, there) = (Desk::new(), Desk::new());
    let mut document = here.create(Ticking::Blind);
    let home = document.path().to_owned();
    let away = there.path("copy.delibere");
    perform(&mut document, "c add\nm1 level patrimoine BM");
    drop(document);
    let carry = |from: &Path, to: &Path| {
        let _ = fs::copy(from, to).expect("copied");
    };
    carry(&home, &away);
    let mut document = Document::open(&away, &there.places).expect("it opens");
    perform(&mut document, "m2 level patrimoine MP\nm2 level projet MP");
    drop(document);
    carry(&away, &home);
    let mut document = here.open();
    perform(&mut document, "m1 level projet EM");
    let chains: Vec<u64> = document
        .writers()
        .into_iter()
        .map(|(_, lines)| lines)
        .collect();
    assert_eq!((chains.len(), chains.iter().sum::<u64>()), (2, 5));
    drop(document);
    // Here, the chain goes on where it stood.
    let writers = here.open().writers();
    assert!(writers.iter().any(|(_, lines)| *lines == 3), "{writers:?}");
    let sound = lines(&home);
    let check = |what: &str, lines: &[Vec<u8>], expected: &str| {
        write_lines(&home, lines);
        assert_eq!(notices(&here.open()), expected, "{what}");
    };
    check("sound", &sound, "");
    // The last line of each chain has no successor of its own, and is bound all the same.
    let alter = |index: usize, from: &str, to: &str| {
        let mut lines = sound.clone();
        let text = String::from_utf8(lines[index].clone()).expect("UTF-8");
        lines[index] = text.replace(from, to).into_bytes();
        lines
    };
    check(
        "altered here",
        &alter(2, "\"BM\"", "\"EM\""),
        "broken 4 chain",
    );
    check(
        "altered there",
        &alter(4, "\"MP\"", "\"EM\""),
        "broken 6 chain",
    );
    for index in [2, 4] {
        let mut without = sound.clone();
        let _ = without.remove(index);
        check("removed", &without, &format!("broken {} chain", index + 1));
        let mut swapped = sound.clone();
        swapped.swap(index, index + 1);
        check("swapped", &swapped, &format!("broken {} chain", index + 1));
    }
}

#[test]
fn undo_and_redo_survive_a_restart_and_stop_at_a_fixed_mark() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(
        &mut document,
        "c add\nc mark 12\nc mark 13\nm1 level patrimoine BM",
    );
    let id = CandidateId::from("1");
    let mark = |document: &Document| document.commission().records[0].mark.clone();
    drop(document);
    let mut document = desk.open();
    let undone = document
        .undo(&id, Author::Commission, moment(10))
        .expect("written");
    assert!(undone.is_some());
    drop(document);
    let mut document = desk.open();
    assert_eq!(mark(&document), Fraction::parse("12"));
    let redone = document
        .redo(&id, Author::Commission, moment(11))
        .expect("written");
    assert!(redone.is_some());
    assert_eq!(mark(&document), Fraction::parse("13"));
    assert_eq!(
        document
            .redo(&id, Author::Commission, moment(12))
            .expect("nothing"),
        None
    );
    drop(document);
    let mut document = desk.open();
    let _ = document
        .undo(&id, Author::Commission, moment(13))
        .expect("written");
    let _ = document
        .undo(&id, Author::Commission, moment(14))
        .expect("written");
    assert_eq!(mark(&document), None);
    // Every step back is an edit of the file: nothing was taken out of it.
    assert_eq!(document.count(), 8);
    drop(document);
    let sealed = Desk::new();
    let mut document = sealed.create(Ticking::Blind);
    perform(&mut document, TO_SEAL);
    drop(document);
    let mut document = sealed.open();
    for author in [Author::Commission, Author::Member(0), Author::Member(1)] {
        assert_eq!(
            document.undo(&id, author, moment(20)).expect("nothing"),
            None
        );
    }
}

#[test]
fn a_gesture_that_the_file_cannot_say_again_is_not_made() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    let before = document.commission().clone();
    let bad = Moment {
        millis: 0,
        offset: i16::MAX,
    };
    let (author, edit) = gesture("c mark 12");
    let refused = document.edit(&edit, author, bad);
    assert!(matches!(
        refused,
        Err(EditError::NotWritten(StoreError::Io { .. }))
    ));
    assert_eq!(document.commission(), &before);
    // Blanks around a number are nobody's name: memory and file agree on that.
    let padded = Edit::AddCandidate(candidate(" 1 "));
    assert!(
        document
            .edit(&padded, Author::Commission, moment(2))
            .is_err()
    );
    let padded = Edit::AddCandidate(candidate(" 2 "));
    let _ = document
        .edit(&padded, Author::Commission, moment(2))
        .expect("accepted");
    let commission = document.commission().clone();
    drop(document);
    let again = desk.open();
    assert_eq!(
        (notices(&again), again.commission()),
        (String::new(), &commission)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_file_read_again_gives_the_same_commission(
        ticking in any_ticking(),
        day in any_day(),
        walks in prop::collection::vec((0_usize..3, prop::bool::ANY), 0..12),
    ) {
        let desk = Desk::new();
        let mut document = desk.create(ticking);
        for (index, (author, edit)) in day.into_iter().enumerate() {
            let before = (document.commission().clone(), document.count());
            if document.edit(&edit, author, moment(index)).is_err() {
                prop_assert_eq!(&before, &(document.commission().clone(), document.count()));
            }
        }
        let authors = [Author::Commission, Author::Member(0), Author::Member(1)];
        for (index, (author, back)) in walks.into_iter().enumerate() {
            let author = authors[author];
            let at = moment(500 + index);
            let id = CandidateId::from("1");
            let _ = if back {
                document.undo(&id, author, at)
            } else {
                document.redo(&id, author, at)
            };
        }
        let path = document.path().to_owned();
        let again = Document::look(&path, &desk.places).expect("it reads");
        prop_assert_eq!(notices(&again), "");
        prop_assert_eq!(again.commission(), document.commission());
        prop_assert_eq!(again.count(), document.count());
        for id in ["1", "2", "3"].map(CandidateId::from) {
            for author in authors {
                let (now, then) = (document.history(), again.history());
                prop_assert_eq!(now.undo(&id, author), then.undo(&id, author));
                prop_assert_eq!(now.redo(&id, author), then.redo(&id, author));
                prop_assert_eq!(document.seal_code(&id), again.seal_code(&id));
            }
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        at in any::<prop::sample::Index>(),
    ) {
        let desk = Desk::new();
        let mut document = desk.create(Ticking::Blind);
        perform(&mut document, SHORT);
        let path = document.path().to_owned();
        drop(document);
        let sound = fs::read(&path).expect("the file");
        fs::write(&path, &bytes).expect("written");
        prop_assert!(Document::open(&path, &desk.places).is_err());
        prop_assert_eq!(&fs::read(&path).expect("the file"), &bytes);
        // The same bytes laid over a sound file.
        let mut spoilt = sound.clone();
        let start = at.index(spoilt.len());
        for (place, byte) in spoilt[start..].iter_mut().zip(&bytes) {
            *place = *byte;
        }
        fs::write(&path, &spoilt).expect("written");
        if let Ok(document) = Document::open(&path, &desk.places) {
            prop_assert!(document.count() <= 4);
            if spoilt != sound && document.is_writable() {
                // Only a last line that was cut may be taken away, and it was set aside.
                prop_assert!(bytes.is_empty() || start > sound.len() / 2);
            }
        }
    }

    #[test]
    fn any_text_is_a_line_or_is_not(text in ".{0,200}") {
        let chains = Chains::new(b"header");
        let _ = chains.read(text.as_bytes());
        let _ = delibere::store::journal::wish(&text);
        let _ = clock::read(&text);
        let _ = delibere::words::json_fault(&text);
    }
}

#[test]
fn instants_are_read_as_they_are_written() {
    let at = Moment {
        millis: 1_780_000_000_123,
        offset: -90,
    };
    assert_eq!(clock::read(&clock::write(at)), Some(at));
    assert_eq!(clock::read("2026-06-03"), None);
    let stamp = Stamp {
        author: Author::Commission,
        at,
    };
    assert_eq!(stamp.at.since(at), 0);
}

#[test]
fn notes_are_on_disk_and_are_erased() {
    let desk = Desk::new();
    let path = desk.path("a.delibere");
    let read = || Notes::beside(&path).expect("notes");
    let (one, two): (CandidateId, CandidateId) = ("1".into(), "2".into());
    let mut notes = read();
    notes
        .set(&one, 0, &"projet".into(), "Hésite")
        .expect("written");
    notes
        .set(&two, 1, &"projet".into(), "Clair")
        .expect("written");
    assert_eq!(read().text(&one, 0, &"projet".into()), "Hésite");
    assert_eq!(read().text(&one, 1, &"projet".into()), "");
    notes.erase(&one).expect("erased");
    let file = desk.path("a.delibere.notes");
    assert!(
        !fs::read_to_string(&file)
            .expect("the file")
            .contains("Hésite")
    );
    notes.set(&two, 1, &"projet".into(), "").expect("forgotten");
    assert!(!file.exists());
    // What does not parse is not overwritten.
    fs::write(&file, "[{").expect("written");
    assert!(Notes::beside(&path).is_err());
    assert_eq!(fs::read_to_string(&file).expect("the file"), "[{");
}

#[test]
fn settings_fall_back_field_by_field() {
    let desk = Desk::new();
    let places = Places::under(&desk.path("home"));
    assert_eq!(Settings::load(&places), Settings::default());
    let mut settings = Settings {
        display: Some("sombre".into()),
        scale: Some(150),
        ..Settings::default()
    };
    for index in 0..20 {
        settings.remember(Recent {
            session: "2026".into(),
            path: format!("{index}.delibere").into(),
            title: "Commission 12".into(),
            subtitle: String::new(),
            day: "2026-06-03".into(),
            progress: String::new(),
        });
    }
    settings.save(&places);
    assert_eq!(Settings::load(&places), settings);
    assert_eq!(settings.recent.len(), 12);
    let check = |text: &str, display: Option<&str>, scale: Option<u16>| {
        fs::write(places.settings(), text).expect("written");
        let read = Settings::load(&places);
        assert_eq!(
            (read.display.as_deref(), read.scale),
            (display, scale),
            "{text}"
        );
    };
    check("", None, None);
    check("[1]", None, None);
    check(
        r#"{"display":"clair","scale":"grand"}"#,
        Some("clair"),
        None,
    );
    check(
        r#"{"display":3,"scale":120,"recent":[1],"resume":7}"#,
        None,
        Some(120),
    );
    check(r#"{"scale":9000}"#, None, None);
}

#[test]
fn a_dossier_is_a_gesture_like_another() {
    let desk = Desk::new();
    let mut document = desk.create(Ticking::Blind);
    perform(&mut document, "c add");
    let gestures = "
        c papers delta.zip
        c amend tick 0 3 yes
        c amend title +0 Veille
        c amend section +0 0
        c amend period 1 2026
        c amend counts 1 no
        c amend checked yes
        c label tableau.xlsx other
        c access https://portfolio.exemple.test/ no";
    for line in gestures.trim().lines() {
        perform(&mut document, line);
    }
    // A whole dossier with its corrections, as undo writes it.
    let held = document.commission().records[0].clone();
    perform(&mut document, "c papers -");
    let whole = Change::Dossier(held.dossier.clone().map(Box::new));
    let _ = document
        .edit(&Edit::Of("1".into(), whole), Author::Commission, moment(40))
        .expect("accepted");
    drop(document);
    assert_eq!(desk.open().commission().records[0], held);
}
