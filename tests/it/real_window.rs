//! The program as a commission uses it: a real window on a display of its own, a French keyboard,
//! no mouse, no look inside. What is on disk after each gesture is read by `show`, never guessed
//! by waiting; a step that does not come says so and leaves a picture of the screen.
//!
//! `DELIBERE_PICTURES=assets/pictures cargo test --test it real_window` makes the README's pictures
//! on the way.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take on a laptop shared with everything else.
const PATIENCE: Duration = Duration::from_secs(20);
const PACKAGES: &str = "xvfb xdotool poppler-utils";
const DELTA: &str = "02612000104";

/// A display without a screen, a French keyboard, and the program's own places.
struct Stage {
    folder: TempDir,
    server: Child,
    display: String,
    window: Option<Child>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.kill();
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Starts a tool, or says what to install: these tests are never skipped.
fn tool(command: &mut Command) -> Child {
    let name = command.get_program().to_string_lossy().into_owned();
    command.spawn().unwrap_or_else(|error| {
        panic!("{name}: {error}. The window's tests need: apt-get install {PACKAGES}")
    })
}

fn run_tool(command: &mut Command) -> String {
    let child = tool(command.stdout(Stdio::piped()).stderr(Stdio::null()));
    let output = child.wait_with_output().expect("a tool that ends");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

impl Stage {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut server = tool(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1366x768x24"])
                .args(["-nolisten", "tcp", "-noreset", "-fbdir"])
                .arg(folder.path())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        // Xvfb writes the number of the display that it found free, once it listens.
        let mut number = String::new();
        let answers = server.stdout.take().expect("an output");
        let _ = BufReader::new(answers)
            .read_line(&mut number)
            .expect("a display");
        assert!(!number.trim().is_empty(), "Xvfb found no free display");
        let stage = Self {
            folder,
            server,
            display: format!(":{}", number.trim()),
            window: None,
        };
        // Digits need Maj on this keyboard: the key of 3 gives « " ».
        let _ = run_tool(stage.on_display("setxkbmap").arg("fr"));
        let _ = run_tool(
            stage
                .on_display("xdotool")
                .args(["mousemove", "1365", "400"]),
        );
        stage
    }

    fn on_display(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        let _ = command.env("DISPLAY", &self.display);
        command
    }

    fn program(&self) -> Command {
        let mut command = self.on_display(env!("CARGO_BIN_EXE_delibere"));
        let _ = command
            .env("DELIBERE_HOME", self.folder.path().join("home"))
            .env_remove("WAYLAND_DISPLAY")
            // No viewer opens over the window when a sheet is printed.
            .env("PATH", self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn file(&self) -> PathBuf {
        self.folder
            .path()
            .join("home/demonstration/demonstration.delibere")
    }

    /// Starts the program and gives its window the keyboard.
    fn start(&mut self, arguments: &[&str]) {
        let blank = self.frame();
        self.window = Some(tool(self.program().args(arguments)));
        let mut search = self.on_display("xdotool");
        let _ = search.args(["search", "--sync", "--onlyvisible", "--class"]);
        let _ = search.args(["fr.delibere", "windowfocus", "--sync"]);
        let _ = run_tool(&mut search);
        self.wait("the first drawing", |stage| {
            (stage.frame() != blank).then_some(())
        });
        self.settle();
    }

    /// As when the power goes: nothing is closed.
    fn kill(&mut self) {
        if let Some(mut window) = self.window.take() {
            let _ = window.kill();
            let _ = window.wait();
        }
    }

    /// The pixels of the screen, as Xvfb keeps them in a file.
    fn frame(&self) -> Vec<u8> {
        fs::read(self.folder.path().join("Xvfb_screen0")).unwrap_or_default()
    }

    /// Waits until two looks in a row show the same screen.
    fn settle(&self) {
        let mut last = self.frame();
        self.wait("a still screen", |stage| {
            thread::sleep(Duration::from_millis(60));
            let next = stage.frame();
            let still = next == last;
            last = next;
            still.then_some(())
        });
    }

    fn wait<T>(&self, what: &str, mut look: impl FnMut(&Self) -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(seen) = look(self) {
                return seen;
            }
            if Instant::now() > end {
                let picture = std::env::temp_dir().join("delibere-real-window.xwd");
                let _ = fs::write(&picture, self.frame());
                let known = self.look().map(|all| candidate(&all, DELTA).to_string());
                panic!(
                    "{what} did not come. The screen is kept in {}. On disk: {}",
                    picture.display(),
                    known.unwrap_or_else(|| "nothing".to_owned())
                );
            }
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// Presses keys one after the other, by the names that X gives them.
    fn press(&self, keys: &str) {
        let mut command = self.on_display("xdotool");
        let _ = command.args(["key", "--delay", "15"]);
        let _ = run_tool(command.args(keys.split(' ')));
    }

    /// Presses keys whose only effect is on the screen, and waits for it.
    fn press_seen(&self, keys: &str) {
        let before = self.frame();
        self.press(keys);
        self.wait(&format!("what {keys} draws"), |stage| {
            (stage.frame() != before).then_some(())
        });
        self.settle();
    }

    fn write(&self, text: &str) {
        let mut command = self.on_display("xdotool");
        let _ = run_tool(command.args(["type", "--delay", "15", "--", text]));
    }

    /// What is on disk, as another program reads it.
    fn look(&self) -> Option<Value> {
        let output = self
            .program()
            .args(["show", "--json", "--all"])
            .arg(self.file())
            .stdout(Stdio::piped())
            .output()
            .ok()?;
        serde_json::from_slice(&output.stdout).ok()
    }

    /// Waits until the candidate in front is so on disk.
    fn until(&self, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        self.wait(what, |stage| {
            let all = stage.look()?;
            let delta = candidate(&all, DELTA);
            is(delta).then(|| delta.clone())
        })
    }

    /// Opens the demonstration's second candidate and confirms who they are.
    fn begin(&mut self) {
        self.start(&["demo"]);
        self.press_seen("Down");
        self.press_seen("Down");
        self.press_seen("Return");
        self.press("Return");
        let _ = self.until("the confirmed identity", |delta| !delta["begun"].is_null());
        self.settle();
    }

    /// Grades the rows from the current one on, as the fingers of a French keyboard do.
    fn grade(&self, member: &str, levels: &[&str]) {
        for (index, level) in levels.iter().enumerate() {
            if index > 0 {
                self.press_seen("Right");
            }
            let before = count(&self.look().expect("a document"), member);
            self.press(digit(level));
            let _ = self.until(&format!("level {level} of {member}"), |delta| {
                levels_of(delta, member).len() == before + 1
                    && levels_of(delta, member)
                        .values()
                        .any(|known| known == level)
            });
        }
    }

    fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("DELIBERE_PICTURES") else {
            return;
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        fs::create_dir_all(&folder).expect("a folder of pictures");
        // Pages are drawn aside: a picture may wait for luck, a test may not.
        thread::sleep(Duration::from_secs(3));
        self.settle();
        let source = format!("xwd:{}", self.folder.path().join("Xvfb_screen0").display());
        let mut convert = Command::new("convert");
        let _ = convert
            .arg(source)
            .args(["-dither", "None", "-colors", "64", "-strip"]);
        let _ = run_tool(convert.arg(folder.join(format!("{name}.png"))));
    }
}

fn candidate<'a>(all: &'a Value, number: &str) -> &'a Value {
    let candidates = all["candidates"].as_array().expect("candidates");
    candidates
        .iter()
        .find(|candidate| candidate["number"] == number)
        .expect("the candidate")
}

fn levels_of<'a>(delta: &'a Value, member: &str) -> &'a serde_json::Map<String, Value> {
    delta["members"][member]["levels"]
        .as_object()
        .expect("levels")
}

fn count(all: &Value, member: &str) -> usize {
    levels_of(candidate(all, DELTA), member).len()
}

/// The key of a level's digit, without Maj.
fn digit(level: &str) -> &'static str {
    match level {
        "NE" => "agrave",
        "NM" => "ampersand",
        "MP" => "eacute",
        "BM" => "quotedbl",
        _ => "apostrophe",
    }
}

const FIRST: [&str; 7] = ["EM", "BM", "MP", "BM", "EM", "BM", "MP"];
/// Differs on two rows.
const SECOND: [&str; 7] = ["BM", "BM", "MP", "NE", "EM", "BM", "MP"];

#[test]
fn an_oral_is_graded_decided_and_printed_by_the_keyboard_alone() {
    let mut stage = Stage::new();
    stage.begin();

    // Her papers, a cell corrected and given back, the original beside.
    stage.press_seen("ctrl+1");
    stage.press_seen("x");
    let _ = stage.until("a correction", |delta| {
        let corrections = delta["dossier"]["corrections"].as_array();
        corrections.is_some_and(|all| all.len() == 1)
    });
    stage.press_seen("x");
    let _ = stage.until("no correction", |delta| {
        delta["dossier"]["corrections"].is_null()
    });
    stage.press_seen("o");
    stage.picture("dossier");
    stage.press_seen("ctrl+2");

    stage.grade("member1", &FIRST);
    stage.picture("interrogation");
    stage.press_seen("ctrl+Return");
    assert_eq!(
        stage.until("a question, not yet a validation", |_| true)["members"]["member1"]["validated"],
        false
    );
    stage.press("ctrl+Return");
    let _ = stage.until("the first validation", |delta| {
        delta["members"]["member1"]["validated"] == true
    });

    // The keyboard passes to the other member, who sees an empty column.
    stage.settle();
    stage.press_seen("Return");
    stage.grade("member2", &SECOND);
    stage.press_seen("ctrl+Return");
    stage.press("ctrl+Return");
    let _ = stage.until("the second validation", |delta| {
        delta["members"]["member2"]["validated"] == true
    });
    stage.settle();
    stage.picture("conciliation");

    // The widest gap comes first: a level outside the scale.
    stage.press_seen("agrave");
    stage.press("Return");
    let _ = stage.until("the first agreement", |delta| {
        delta["commission"]["levels"]["presence"] == "NE"
    });
    stage.press_seen("quotedbl");
    stage.press("Return");
    let settled = stage.until("the second agreement", |delta| {
        delta["commission"]["levels"]["contribution"] == "BM"
    });
    assert_eq!(
        settled["agreed"].as_object().map(serde_json::Map::len),
        Some(7)
    );
    stage.press_seen("ctrl+Return");

    // S goes to the first thing that misses; Ctrl Entrée does too, from inside a field.
    stage.press_seen("s");
    stage.write("12");
    let _ = stage.until("the mark", |delta| delta["note"] == 12.0);
    stage.press_seen("ctrl+Return");
    stage.write("Entre les deux lectures");
    stage.press_seen("ctrl+Return");
    let _ = stage.until("the reason", |delta| {
        delta["reason"] == "Entre les deux lectures"
    });
    stage.press_seen("Tab");
    stage.press("Return");
    let _ = stage.until("the first penalty", |delta| {
        delta["penalties"][0]["retained"] == false
    });
    stage.press_seen("s");
    stage.press("Return");
    let fixed = stage.until("the second penalty", |delta| {
        delta["penalties"][1]["retained"] == true
    });
    assert_eq!(fixed["final"], 10.0, "12 less 2");
    stage.press_seen("s");
    stage.press("Return");
    let mentioned = "Développer la présence en ligne de l’organisation";
    let _ = stage.until("the mention of the missing competency", |delta| {
        let text = delta["appreciation"].as_str().unwrap_or_default();
        text.contains(mentioned)
    });
    for visa in ["member1", "member2"] {
        stage.press_seen("s");
        stage.press("Return");
        let _ = stage.until(&format!("the visa of {visa}"), |delta| {
            let visas = delta["visas"].as_array().expect("visas");
            visas.iter().any(|given| given == visa)
        });
    }
    stage.settle();
    stage.picture("decision");
    stage.press_seen("ctrl+Return");
    stage.press("ctrl+Return");
    let sealed = stage.until("the sealed mark", |delta| !delta["sealed"].is_null());
    assert_eq!(sealed["sealed"]["final"], 10.0);
    assert_eq!(sealed["status"], "sealed");

    // The sheets, on disk.
    stage.settle();
    stage.picture("fiches");
    stage.press("ctrl+p");
    let sheets = stage.file().with_file_name("fiches");
    let pdf = stage.wait("the printed sheets", |_| {
        let mut found = fs::read_dir(&sheets).ok()?.flatten();
        found.find_map(|entry| {
            let path = entry.path();
            (path.extension()? == "pdf").then_some(path)
        })
    });
    let text = stage.wait("pages in the printed sheets", |_| {
        let text = run_tool(Command::new("pdftotext").arg(&pdf).arg("-"));
        text.contains("NOTE FINALE").then_some(text)
    });
    for wanted in [
        "DELTA Inès",
        DELTA,
        "M. Paul MODÈLE",
        "n’a pas été mise en œuvre",
    ] {
        let spaced = text.replace('\n', " ");
        assert!(spaced.contains(wanted), "{wanted} is not in {spaced}");
    }
}

#[test]
fn after_a_power_cut_every_tick_is_there_and_grading_goes_on() {
    let mut stage = Stage::new();
    stage.begin();
    stage.grade("member1", &FIRST[..4]);
    let before = stage.until("four levels", |delta| {
        levels_of(delta, "member1").len() == 4
    });
    stage.kill();

    // Started again without a word, it offers to go on where one stood.
    stage.start(&[]);
    stage.press_seen("Return");
    let after = stage.until("the same levels", |delta| {
        levels_of(delta, "member1").len() == 4
    });
    assert_eq!(after["members"], before["members"]);
    // The right person, the right row: the next key grades the row where the power went.
    stage.press("quotedbl Right eacute");
    let after = stage.until("a fifth level", |delta| {
        levels_of(delta, "member1").len() == 5
    });
    assert_eq!(levels_of(&after, "member1")["presence"], "BM");
    assert_eq!(levels_of(&after, "member1")["projet"], "MP");

    // The journal is whole: one more gesture did not hide a hole.
    let verified = stage
        .program()
        .arg("verify")
        .arg(stage.file())
        .status()
        .expect("verify runs");
    assert!(verified.success());
}
