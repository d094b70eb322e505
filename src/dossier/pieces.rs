//! What each paper of a dossier is: told by its content first, by its name where content says nothing,
//! as for scans. What could not be told is kept as another document, and what went wrong is a finding.

use crate::domain::dossier::{Dossier, Layout, Piece, PieceKind, Place, Reading};
use crate::dossier::Columns;
use crate::dossier::archive::{self, Digest, Paper, Papers};
use crate::dossier::limits::LIMITS;
use crate::dossier::refused::{Cause, Refused};
use crate::dossier::tableau::{self, Format};
use crate::dossier::text;
use crate::t;

/// Recognises every paper.
pub(crate) fn recognise(source: String, papers: Papers, columns: &Columns) -> Dossier {
    let mut desk = Desk {
        papers,
        pieces: Vec::new(),
        findings: Vec::new(),
        readings: Vec::new(),
        addresses: Vec::new(),
    };
    desk.sort_papers(columns);
    let reading = desk.choose_tableau();
    desk.add_address(reading.as_ref());
    desk.report_aside();
    desk.pieces
        .sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    let ignored = desk.papers.ignored().to_vec();
    let mut dossier = Dossier::new(source, desk.pieces, reading);
    dossier.ignored = ignored;
    dossier.findings = desk.findings;
    dossier
}

/// The papers being sorted.
struct Desk {
    papers: Papers,
    pieces: Vec<Piece>,
    findings: Vec<String>,
    /// Tableaux that were read, with their paths.
    readings: Vec<(String, Reading)>,
    /// Addresses found in text files, with their paths.
    addresses: Vec<(String, String)>,
}

const INDEX: &str = "index.html";

impl Desk {
    fn sort_papers(&mut self, columns: &Columns) {
        let all: Vec<Paper> = self.papers.papers().to_vec();
        let sites = sites(&all);
        for site in &sites {
            let sha256 = self.hash_site(&all, site);
            self.pieces.push(Piece {
                kind: PieceKind::PortfolioSite,
                path: site.clone(),
                sha256,
                size: all
                    .iter()
                    .filter(|paper| is_in_site(&paper.path, site))
                    .fold(0, |sum, paper| sum.saturating_add(paper.size)),
                duplicate_of: None,
            });
        }
        let (in_sites, outside): (Vec<Paper>, Vec<Paper>) = all
            .into_iter()
            .partition(|paper| sites.iter().any(|site| is_in_site(&paper.path, site)));
        for paper in &outside {
            self.sort(paper, columns);
        }
        // Some candidates leave their tableau in the site only, for visitors to download.
        if !self.pieces.iter().any(|p| p.kind == PieceKind::Tableau) {
            for paper in in_sites {
                if is_named_tableau(&paper.path) && !is_web(&paper.path) {
                    self.sort(&paper, columns);
                }
            }
        }
    }

    /// Hashes the list of a site's files. None when a file cannot be read.
    fn hash_site(&mut self, all: &[Paper], site: &str) -> Option<String> {
        let mut hashes = Vec::new();
        for paper in all.iter().filter(|paper| is_in_site(&paper.path, site)) {
            let digest = self.papers.digest(paper).ok()?;
            hashes.push((paper.path.as_str(), digest.sha256));
        }
        let hashes = hashes.iter().map(|(path, hash)| (*path, hash.as_str()));
        Some(archive::sha256(site_list(site, hashes).as_bytes()))
    }

    fn sort(&mut self, paper: &Paper, columns: &Columns) {
        let digest = match self.papers.digest(paper) {
            Ok(digest) => digest,
            Err(refused) => {
                self.findings.push(refused.sentence());
                self.add(paper, PieceKind::Other, None);
                return;
            }
        };
        let format = Format::of(&digest.head);
        let kind = match format {
            Format::Zip | Format::Workbook | Format::OpenDocument => self.sort_zip(paper, columns),
            Format::OldOffice if is_named_tableau(&paper.path) => {
                self.read_tableau(paper, columns);
                PieceKind::Tableau
            }
            Format::Pdf => self.sort_pdf(paper, &digest, columns),
            Format::OldOffice => PieceKind::Other,
            Format::Other => self.sort_other(paper, &digest),
        };
        self.add(paper, kind, Some(&digest));
    }

    fn sort_zip(&mut self, paper: &Paper, columns: &Columns) -> PieceKind {
        let is_tableau_by_name = is_named_tableau(&paper.path);
        let bytes = match self.papers.read(paper, LIMITS.tableau) {
            Ok(bytes) => bytes,
            Err(refused) => {
                self.findings.push(refused.sentence());
                return PieceKind::Other;
            }
        };
        let format = Format::of_whole(&bytes);
        let is_sheet = matches!(format, Format::Workbook | Format::OpenDocument);
        if !is_tableau_by_name && !is_sheet {
            if is_archive(&bytes) {
                self.note(paper, Cause::Nested);
            }
            return PieceKind::Other;
        }
        match tableau::read_named(&paper.path, &bytes, columns) {
            Ok(reading) if reading.layout != Layout::Unknown => {
                self.readings.push((paper.path.clone(), reading));
                PieceKind::Tableau
            }
            Ok(_) if is_tableau_by_name => {
                self.findings
                    .push(t!("dossier-not-the-form", path = paper.path.as_str()));
                PieceKind::Tableau
            }
            Ok(_) => PieceKind::Other,
            // A text of Writer, which nobody said to be the tableau.
            Err(refused) if !is_tableau_by_name && matches!(refused.cause, Cause::OpenDocument) => {
                PieceKind::Other
            }
            Err(refused) => {
                self.findings.push(refused.sentence());
                if is_tableau_by_name {
                    PieceKind::Tableau
                } else {
                    PieceKind::Other
                }
            }
        }
    }

    /// Reads a paper only to say why it cannot be read.
    fn read_tableau(&mut self, paper: &Paper, columns: &Columns) {
        let refused = self
            .papers
            .read(paper, LIMITS.tableau)
            .and_then(|bytes| tableau::read_named(&paper.path, &bytes, columns))
            .err();
        self.findings
            .extend(refused.map(|refused| refused.sentence()));
    }

    fn sort_pdf(&mut self, paper: &Paper, digest: &Digest, columns: &Columns) -> PieceKind {
        let is_tableau_by_name = is_named_tableau(&paper.path);
        let by_name = kind_by_name(&paper.path);
        let is_whole = digest.tail.windows(5).any(|window| window == b"%%EOF");
        // What is named as something else is shown as it is; the rest may be a tableau.
        if is_tableau_by_name || by_name == PieceKind::Other {
            let read = self
                .papers
                .read(paper, LIMITS.tableau)
                .and_then(|bytes| tableau::read_named(&paper.path, &bytes, columns));
            match read {
                Ok(reading) if reading.layout != Layout::Unknown => {
                    self.readings.push((paper.path.clone(), reading));
                    return PieceKind::Tableau;
                }
                Ok(_) if is_tableau_by_name => {
                    self.findings
                        .push(t!("dossier-not-the-form", path = paper.path.as_str()));
                    return PieceKind::Tableau;
                }
                Err(refused) if is_tableau_by_name => {
                    self.findings.push(refused.sentence());
                    return PieceKind::Tableau;
                }
                Ok(_) | Err(_) => {}
            }
        }
        if !is_whole {
            self.findings
                .push(t!("dossier-pdf-truncated", path = paper.path.as_str()));
        }
        by_name
    }

    fn sort_other(&mut self, paper: &Paper, digest: &Digest) -> PieceKind {
        if digest.size <= LIMITS.address
            && digest.size <= digest.head.len() as u64
            && let Ok(typed) = str::from_utf8(&digest.head)
            && let Some(address) = address_in(typed)
        {
            self.addresses.push((paper.path.clone(), address));
        }
        let is_picture = digest.head.starts_with(b"\x89PNG")
            || digest.head.starts_with(b"\xff\xd8\xff")
            || digest.head.starts_with(b"II*\0")
            || digest.head.starts_with(b"MM\0*");
        // A phone gives a scan as a picture; a text of that name is no attestation.
        match kind_by_name(&paper.path) {
            PieceKind::Attestation if is_picture => PieceKind::Attestation,
            _ => PieceKind::Other,
        }
    }

    fn note(&mut self, paper: &Paper, cause: Cause) {
        self.findings
            .push(Refused::new(paper.path.clone(), cause).sentence());
    }

    fn add(&mut self, paper: &Paper, kind: PieceKind, digest: Option<&Digest>) {
        self.pieces.push(Piece {
            kind,
            path: paper.path.clone(),
            sha256: digest.map(|digest| digest.sha256.clone()),
            size: digest.map_or(paper.size, |digest| digest.size),
            duplicate_of: None,
        });
    }

    /// Keeps the tableau that says the most; the others are its copies, and the jury is told.
    fn choose_tableau(&mut self) -> Option<Reading> {
        let richness = |reading: &Reading| {
            let n_ticks: usize = reading
                .realisations
                .iter()
                .map(|realisation| realisation.ticks.iter().flatten().count())
                .sum();
            // Between a sheet and its print, the sheet says more surely what was typed.
            let is_sheet = reading
                .realisations
                .first()
                .is_some_and(|first| matches!(first.place, Some(Place::Cell { .. })));
            (is_sheet && n_ticks > 0, n_ticks, reading.realisations.len())
        };
        let ticks: Vec<(String, Vec<Vec<bool>>)> = self
            .readings
            .iter()
            .map(|(path, reading)| (path.clone(), ticked(reading)))
            .collect();
        let mut best: Option<(String, Reading)> = None;
        for (path, reading) in std::mem::take(&mut self.readings) {
            let is_better = best
                .as_ref()
                .is_none_or(|(_, best)| richness(&reading) > richness(best));
            if is_better {
                best = Some((path, reading));
            }
        }
        let (kept, reading) = best?;
        for (other, ticks) in ticks {
            if other != kept && ticks != ticked(&reading) {
                self.findings.push(t!(
                    "dossier-tableaux-differ",
                    kept = kept.as_str(),
                    other = other.as_str()
                ));
            }
        }
        let mut n_copies = 0;
        for piece in &mut self.pieces {
            if piece.kind == PieceKind::Tableau && piece.path != kept {
                piece.duplicate_of = Some(kept.clone());
                n_copies += 1;
            }
        }
        if n_copies > 0 {
            self.findings.push(t!(
                "dossier-several-tableaux",
                path = kept.as_str(),
                count = n_copies
            ));
        }
        Some(reading)
    }

    /// An address stands for the portfolio only when the dossier holds no copy of it.
    fn add_address(&mut self, reading: Option<&Reading>) {
        let is_here = self.pieces.iter().any(|piece| {
            matches!(
                piece.kind,
                PieceKind::PortfolioSite | PieceKind::PortfolioPdf
            )
        });
        if is_here {
            return;
        }
        let typed = reading.and_then(|reading| reading.url.clone());
        let found = self.addresses.first().map(|(_, address)| address.clone());
        if let Some(path) = typed.or(found) {
            self.pieces.push(Piece {
                kind: PieceKind::PortfolioAddress,
                path,
                sha256: None,
                size: 0,
                duplicate_of: None,
            });
        }
    }

    fn report_aside(&mut self) {
        // Past a handful the list hides the rest of the screen.
        const NAMED: usize = 12;
        let aside = self.papers.aside();
        let more = aside.len().saturating_sub(NAMED);
        let mut findings: Vec<String> = aside.iter().take(NAMED).map(Refused::sentence).collect();
        if more > 0 {
            findings.push(t!("dossier-more-aside", count = more));
        }
        self.findings.extend(findings);
    }
}

/// Returns the list that stands for a site: of the files that are in it, as paths of the dossier in
/// their order and hashes, what `sha256sum` prints from its folder.
pub(crate) fn site_list<'a>(site: &str, files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut list = String::new();
    for (path, sha256) in files.filter(|(path, _)| is_in_site(path, site)) {
        let path = path.strip_prefix(site).unwrap_or(path);
        let path = path.trim_start_matches('/');
        list.push_str(&format!("{sha256}  {path}\n"));
    }
    list
}

/// Which columns each réalisation ticks.
fn ticked(reading: &Reading) -> Vec<Vec<bool>> {
    let rows = reading.realisations.iter();
    rows.map(|row| row.ticks.iter().map(Option::is_some).collect())
        .collect()
}

const ATTESTATION: [&str; 2] = ["attestation", "certificat de travail"];
const PORTFOLIO: [&str; 2] = ["portfolio", "porte folio"];

fn kind_by_name(path: &str) -> PieceKind {
    if named(path, &ATTESTATION) {
        PieceKind::Attestation
    } else if named(path, &PORTFOLIO) {
        PieceKind::PortfolioPdf
    } else {
        PieceKind::Other
    }
}

/// Names met: « Tableau de synthèse », « tableau », « synthese », « 6-1 Tableau synthese E5 ». A summary of
/// something else, or a tableau de bord, is not one.
fn is_named_tableau(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let folded = text::fold(stem);
    let is_other = named(path, &["tableau de bord", "tableaux"]);
    folded == "synthese" || named(path, &["tableau"]) && !is_other
}

/// Tells whether the file's own name holds one of these words.
fn named(path: &str, words: &[&str]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let folded = text::fold(name);
    // Some archives lose the accent of « synthèse » and leave a gap.
    let joined = folded.replace(' ', "");
    words
        .iter()
        .any(|word| folded.contains(word) || joined.contains(word))
}

/// Returns the folders that are sites, the outermost of each; `.` is the dossier itself.
fn sites(papers: &[Paper]) -> Vec<String> {
    let mut folders: Vec<String> = papers
        .iter()
        .filter_map(|paper| {
            let lower = paper.path.to_lowercase();
            if lower == INDEX {
                return Some(".".to_owned());
            }
            let folder = lower.strip_suffix(INDEX)?.strip_suffix('/')?;
            Some(paper.path.get(..folder.len())?.to_owned())
        })
        .collect();
    folders.sort_by_key(|folder| (folder != ".", folder.matches('/').count(), folder.clone()));
    let mut sites: Vec<String> = Vec::new();
    for folder in folders {
        let inside = sites
            .iter()
            .any(|site| site == "." || folder.starts_with(&format!("{site}/")));
        if !inside && sites.len() < LIMITS.sites {
            sites.push(folder);
        }
    }
    sites
}

/// When the whole dossier is the site, its documents are still pieces of the dossier.
fn is_in_site(path: &str, site: &str) -> bool {
    if site == "." {
        let is_document = !path.contains('/') && !is_web(path);
        return !is_document;
    }
    path.strip_prefix(site)
        .is_some_and(|rest| rest.starts_with('/'))
}

fn is_web(path: &str) -> bool {
    const WEB: [&str; 22] = [
        "html",
        "htm",
        "css",
        "js",
        "mjs",
        "json",
        "map",
        "svg",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "avif",
        "ico",
        "woff",
        "woff2",
        "ttf",
        "otf",
        "webmanifest",
        "xml",
        "php",
    ];
    let extension = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    WEB.contains(&extension.as_str()) && !named(path, &ATTESTATION) && !named(path, &["certificat"])
}

/// Office documents of other kinds are archives too, but nobody calls them so.
fn is_archive(bytes: &[u8]) -> bool {
    !tableau::names(bytes, b"[Content_Types].xml")
}

/// Returns the only address that a short text holds: a shortcut of Windows or Mac, or a line alone.
fn address_in(typed: &str) -> Option<String> {
    let mut lines = typed
        .lines()
        .map(text::clean)
        .filter(|line| !line.is_empty());
    if let Some(url) = typed
        .lines()
        .find_map(|line| line.trim().strip_prefix("URL="))
    {
        return tableau::is_address(url.trim()).then(|| url.trim().to_owned());
    }
    let only = lines.next().filter(|_| lines.next().is_none())?;
    let address = only.rsplit(' ').next().unwrap_or(&only);
    let is_explicit = address.contains("://") || address == only;
    // A file name such as « notes.txt » has the shape of an address: ask for a path or a scheme.
    let is_sure = address.contains("://") || address.contains('/');
    (is_explicit && is_sure && tableau::is_address(address)).then(|| address.to_owned())
}
