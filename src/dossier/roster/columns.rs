//! What each column of a list says: by its heading, else by what it holds. A column says one thing,
//! and one thing is said by one column.

use super::{Table, values};
use crate::domain::grid::Choice;
use crate::domain::roster::list::Field;
use crate::dossier::text::fold;

/// What the columns of a list say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// Position of the line of headings among the table's lines, when there is one.
    pub head: Option<usize>,
    /// What each column says; none is left aside.
    pub fields: Vec<Option<Field>>,
}

impl Columns {
    /// Returns the headings as written, empty texts when there are none.
    pub fn headings(&self, table: &Table) -> Vec<String> {
        let columns = 0..self.fields.len();
        columns
            .map(|column| match self.head {
                Some(head) => table.cell(head, column).to_owned(),
                None => String::new(),
            })
            .collect()
    }

    /// Returns what makes two lists of one origin recognisable: their headings, folded.
    pub fn signature(&self, table: &Table) -> Vec<String> {
        let headings = self.headings(table);
        headings.iter().map(|heading| fold(heading)).collect()
    }

    /// Returns the line of these folded headings, when a table has one.
    pub fn find(table: &Table, signature: &[String]) -> Option<usize> {
        (0..table.lines.len().min(DEEPEST_HEAD)).find(|line| {
            let columns = 0..table.width();
            table.width() == signature.len()
                && columns
                    .map(|column| fold(table.cell(*line, column)))
                    .eq(signature.iter().cloned())
        })
    }

    /// Returns the column that says this.
    pub fn of(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|known| *known == Some(field))
    }

    /// Says what a column says, and takes it from the one that said it so far.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        if let Some(former) = field.and_then(|field| self.of(field))
            && let Some(known) = self.fields.get_mut(former)
        {
            *known = None;
        }
        if let Some(known) = self.fields.get_mut(column) {
            *known = field;
        }
    }

    /// Returns whether the columns can name candidates.
    pub fn name_candidates(&self) -> bool {
        let names = [Field::FullName, Field::LastName];
        self.of(Field::Number).is_some() && names.iter().any(|name| self.of(*name).is_some())
    }
}

/// Headings stand within so many lines: above them are titles and the centre's address.
const DEEPEST_HEAD: usize = 30;

/// Returns what the columns of a list seem to say.
pub fn guess(table: &Table, options: &[Choice]) -> Columns {
    let width = table.width();
    let mut best: Option<(usize, Columns)> = None;
    for head in 0..table.lines.len().min(DEEPEST_HEAD) {
        let columns = by_headings(table, head, width);
        let said = columns.fields.iter().flatten().count();
        let names = [Field::Number, Field::FullName, Field::LastName];
        let names = names.iter().any(|field| columns.of(*field).is_some());
        if said >= 2 && names && best.as_ref().is_none_or(|(most, _)| said > *most) {
            best = Some((said, columns));
        }
    }
    match best {
        Some((_, columns)) => columns,
        None => by_content(table, options, width),
    }
}

fn by_headings(table: &Table, head: usize, width: usize) -> Columns {
    let mut columns = Columns {
        head: Some(head),
        fields: vec![None; width],
    };
    let mut sure = vec![0u8; width];
    for column in 0..width {
        let Some((field, certainty)) = heading(table.cell(head, column)) else {
            continue;
        };
        let rival = columns.of(field);
        let rival_sure = rival.and_then(|rival| sure.get(rival).copied());
        if rival_sure.is_none_or(|rival| certainty > rival) {
            columns.set(column, Some(field));
            if let Some(known) = sure.get_mut(column) {
                *known = certainty;
            }
        }
    }
    columns
}

/// Returns what a heading announces, and how surely.
fn heading(text: &str) -> Option<(Field, u8)> {
    const LONG: usize = 60;
    let folded = fold(text);
    if folded.is_empty() || folded.len() > LONG {
        return None;
    }
    let words: Vec<&str> = folded.split([' ', '_']).collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    // What is of no use here, and looks like something that is.
    if has(&[
        "naissance",
        "nee",
        "fin",
        "preparation",
        "telephone",
        "mail",
        "courriel",
        "adresse",
    ]) && !has(&["nom"])
    {
        return None;
    }
    let is_number = has(&[
        "numero",
        "num",
        "no",
        "n",
        "number",
        "matricule",
        "identifiant",
        "id",
    ]);
    let field = if has(&["commission", "jury"]) {
        (Field::Commission, 2)
    } else if has(&["salle", "room", "lieu"]) {
        (Field::Room, 2)
    } else if has(&[
        "tiers",
        "majoration",
        "majore",
        "majores",
        "amenagement",
        "amenagements",
        "tt",
        "extra",
    ]) {
        (Field::ExtraTime, 3)
    } else if has(&["prenom", "prenoms", "first", "given"]) {
        if has(&["nom", "noms"]) {
            (Field::FullName, 3)
        } else {
            (Field::FirstName, 3)
        }
    } else if is_number
        && has(&[
            "candidat",
            "candidate",
            "candidats",
            "inscription",
            "inscrit",
        ])
    {
        (Field::Number, 3)
    } else if has(&["inscription", "matricule"]) {
        (Field::Number, 2)
    } else if has(&["nom", "noms", "patronyme", "surname", "last"]) {
        let usual = words.len() == 1 || has(&["famille"]);
        (Field::LastName, if usual { 3 } else { 2 })
    } else if has(&[
        "candidat",
        "candidate",
        "candidats",
        "identite",
        "eleve",
        "etudiant",
        "name",
    ]) {
        (Field::FullName, 2)
    } else if has(&["option", "specialite", "spe", "parcours"]) {
        (Field::Option, 2)
    } else if has(&["absent", "absente", "absents", "absence", "absences"]) {
        (Field::Absent, 2)
    } else if has(&["heure", "heures", "horaire", "hour", "time"]) {
        (Field::Hour, 3)
    } else if has(&["date", "jour", "day"]) {
        (Field::Day, 2)
    } else if has(&["passage", "convocation"]) {
        (Field::Hour, 1)
    } else if has(&["duree", "durees"]) {
        (Field::ExtraTime, 1)
    } else if has(&[
        "etablissement",
        "lycee",
        "cfa",
        "ecole",
        "origine",
        "centre",
    ]) && !has(&["examen"])
    {
        (Field::Establishment, 2)
    } else if is_number && words.len() <= 2 && !has(&["ordre"]) {
        (Field::Number, 1)
    } else {
        return None;
    };
    Some(field)
}

/// Without headings, a column says what most of its cells are.
fn by_content(table: &Table, options: &[Choice], width: usize) -> Columns {
    type Test<'a> = &'a dyn Fn(&str) -> bool;
    let is_number = |text: &str| {
        let plain = values::number(text);
        plain.is_ok_and(|plain| plain.len() >= 5 && plain.bytes().all(|b| b.is_ascii_digit()))
    };
    let is_hour = |text: &str| text.contains([':', 'h', 'H']) && values::hour(text).is_some();
    let is_day = |text: &str| text.contains(['/', '-']) && values::day(text).is_some();
    let is_option = |text: &str| values::option(text, options).is_ok_and(|found| found.is_some());
    let has_lower = |text: &str| text.chars().any(char::is_lowercase);
    let is_name = |text: &str| {
        text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !text.chars().any(|c| c.is_ascii_digit())
    };
    let is_upper = |text: &str| is_name(text) && !has_lower(text);
    let is_both = |text: &str| {
        is_name(text) && {
            let (last, first) = values::full_name(text);
            !has_lower(&last) && has_lower(&first)
        }
    };
    let is_first = |text: &str| is_name(text) && has_lower(text);
    let tests: [(Field, Test<'_>); 7] = [
        (Field::Number, &is_number),
        (Field::Hour, &is_hour),
        (Field::Day, &is_day),
        (Field::Option, &is_option),
        (Field::FullName, &is_both),
        (Field::LastName, &is_upper),
        (Field::FirstName, &is_first),
    ];
    // Headings in words of their own hold no figure, and the lines under them do.
    let has_figure = |line: usize| {
        (0..width).any(|column| {
            table
                .cell(line, column)
                .contains(|c: char| c.is_ascii_digit())
        })
    };
    let headed = table.lines.len() > 1 && !has_figure(0) && has_figure(1);
    let mut columns = Columns {
        head: headed.then_some(0),
        fields: vec![None; width],
    };
    for column in 0..width {
        let cells: Vec<&str> = (usize::from(headed)..table.lines.len().min(60))
            .map(|line| table.cell(line, column))
            .filter(|cell| !cell.is_empty())
            .collect();
        let mostly = |test: Test<'_>| {
            let held = cells.iter().filter(|cell| test(cell)).count();
            !cells.is_empty() && held * 5 >= cells.len() * 4
        };
        let said = tests
            .iter()
            .find(|(field, test)| columns.of(*field).is_none() && mostly(*test));
        if let Some((field, _)) = said {
            columns.set(column, Some(*field));
        }
    }
    columns
}
