//! Pictures of the controls in all their states, for eyes: `DELIBERE_PICTURES=dir cargo test gallery`
//! keeps them there. By default they are drawn into a directory of their own and dropped.

use delibere::style::button::Cell;
use delibere::style::{self, Mode, Theme, container as look, typeface};
use delibere::widget::focus::focus;
use delibere::widget::icon::{Bars, Icon, bars, icon};
use delibere::widget::level::{self, Column, Shown};
use delibere::widget::{Element, control, field, frame, indicator, timer};
use iced::widget::button::{self, Status};
use iced::widget::{column, container, row, space};
use iced::{Alignment, Length};
use iced_test::Simulator;

type Ui<'a> = Simulator<'a, (), Theme>;

fn draw(name: &str, mode: Mode, size: [f32; 2], content: Element<'_, ()>) {
    let settings = crate::style::settings();
    let mut ui = Ui::with_size(settings, size, content);
    let picture = ui.snapshot(&Theme(mode)).expect("a picture");
    let own = tempfile::tempdir().expect("a directory");
    let place = std::env::var_os("DELIBERE_PICTURES").map(std::path::PathBuf::from);
    let place = place.unwrap_or_else(|| own.path().to_owned());
    let file = place.join(format!("{name}-{}.png", mode.name()));
    let _ = std::fs::remove_file(place.join(format!("{name}-{}-tiny-skia.png", mode.name())));
    assert!(picture.matches_image(file).expect("a file"));
}

fn shown(digit: usize, label: &str) -> Shown {
    Shown {
        digit,
        label: label.to_owned(),
        bars: Bars {
            filled: digit,
            of: 4,
        },
    }
}

fn posed<'a>(
    label: &'a str,
    look: impl Fn(&Theme, Status) -> button::Style + 'a,
    status: Status,
) -> Element<'a, ()> {
    iced::widget::button(container(typeface::strong(label)).center_y(Length::Fill))
        .padding([0.0, 14.0])
        .height(style::space::BUTTON)
        .style(move |theme, _| look(theme, status))
        .into()
}

fn states<'a>() -> Element<'a, ()> {
    let line = |name: &'a str, cells: Vec<Element<'a, ()>>| -> Element<'a, ()> {
        let mut line = row![container(typeface::strong(name)).width(164)]
            .height(46)
            .align_y(Alignment::Center);
        for cell in cells {
            line = line.push(container(cell).width(183));
        }
        line.into()
    };
    let none = || typeface::body("–").into();
    let niveau = |chosen: bool, on: bool| {
        container(level::choice(
            &shown(3, "Bonne"),
            None,
            chosen,
            on.then_some(()),
        ))
        .width(169)
    };
    let tell = || Some(|_: Option<Cell>| ());
    column![
        typeface::section("États des composants"),
        line(
            "",
            ["Repos", "Survol", "Clavier", "Choisi", "Inactif", "Erreur"]
                .map(|head| typeface::reference(head).into())
                .into()
        ),
        line(
            "Bouton principal",
            vec![
                control::primary("Retenir").on_press(()).into(),
                posed("Retenir", style::button::primary, Status::Hovered),
                focus(
                    posed("Retenir", style::button::primary, Status::Active),
                    Some(())
                )
                .ringed()
                .into(),
                none(),
                control::primary("Retenir").into(),
                none(),
            ]
        ),
        line(
            "Bouton",
            vec![
                control::secondary("Exporter…").on_press(()).into(),
                posed("Exporter…", style::button::secondary, Status::Hovered),
                focus(
                    posed("Exporter…", style::button::secondary, Status::Active),
                    Some(())
                )
                .ringed()
                .into(),
                control::toggle("Masquées", true)
                    .icon(Icon::EyeOff)
                    .on_press(())
                    .into(),
                control::secondary("Exporter…").into(),
                none(),
            ]
        ),
        line(
            "Bouton discret",
            vec![
                control::quiet("Voir").on_press(()).into(),
                posed("Voir", style::button::quiet, Status::Hovered),
                focus(
                    posed("Voir", style::button::quiet, Status::Active),
                    Some(())
                )
                .ringed()
                .into(),
                none(),
                control::quiet("Voir").into(),
                control::primary("Reprendre")
                    .key("Entrée")
                    .on_press(())
                    .into(),
            ]
        ),
        line(
            "Niveau",
            vec![
                niveau(false, true).into(),
                niveau(true, true).into(),
                focus(niveau(false, true), Some(())).ringed().into(),
                niveau(true, true).into(),
                niveau(false, false).into(),
                frame::notice(typeface::dense_bold("à choisir")),
            ]
        ),
        line(
            "Indicateur",
            vec![
                indicator::cells(None, false, tell()).into(),
                indicator::cells(Some(Cell::Yes), false, tell()).into(),
                indicator::cells(None, true, tell()).into(),
                indicator::cells(Some(Cell::Partly), false, tell()).into(),
                indicator::cells(Some(Cell::No), false, tell()).into(),
                none(),
            ]
        ),
        line(
            "Champ",
            vec![
                container(field::line("Motif", "", "f1", |_| (), false))
                    .width(169)
                    .into(),
                container(field::line(
                    "Motif",
                    "Prestation solide",
                    "f2",
                    |_| (),
                    false
                ))
                .width(169)
                .into(),
                container(field::line("", "21", "f3", |_| (), true))
                    .width(169)
                    .into(),
                container(field::reason("De 0 à 20")).into(),
                frame::key_cap("Ctrl Z"),
                frame::key_cap("3"),
            ]
        ),
        line(
            "Case, choix",
            vec![
                control::check("Un incident", false, Some(())).into(),
                control::check("Requalifier", true, Some(())).into(),
                control::radio("Retenir", false, Some(())).into(),
                control::radio("Retenir", true, Some(())).into(),
                control::check("Arrêté", false, None).into(),
                focus(control::tick_box(true), Some(())).ringed().into(),
            ]
        ),
        line(
            "Côte à côte",
            vec![
                control::segmented(
                    "display",
                    [("Clair", true), ("Sombre", false), ("Contrasté", false)]
                        .map(|(name, chosen)| (name.to_owned(), chosen, Some(())))
                ),
                none(),
                control::sign(Icon::Undo, "Annuler", Some(())),
                control::sign(Icon::Redo, "Rétablir", Some(())),
                none(),
            ]
        ),
        row![
            column((0..=4).map(|digit| {
                let level = shown(
                    digit,
                    [
                        "Non évaluable",
                        "Non maîtrisé",
                        "Maîtrise partielle",
                        "Bonne maîtrise",
                        "Excellente maîtrise",
                    ][digit],
                );
                row![
                    typeface::tabular_strong(digit.to_string()),
                    bars(level.bars),
                    container(level::chip(&level)).width(180),
                    level::plain(&level)
                ]
                .spacing(12)
                .align_y(Alignment::Center)
                .into()
            }))
            .spacing(10),
            column((1..=6).map(|of| {
                row((1..=of).map(|filled| bars(Bars { filled, of })))
                    .spacing(8)
                    .into()
            }))
            .spacing(8),
            column![
                timer::gauge(&[(600, 252), (1800, 0)]),
                timer::gauge(&[(600, 600), (1800, 500)]),
                timer::gauge(&[(600, 600), (1800, 1800)]),
                typeface::clock("12:38"),
                typeface::figure("10"),
            ]
            .spacing(10)
            .width(220),
            row(Icon::ALL.iter().map(|sign| icon(*sign, 20.0)))
                .spacing(8)
                .wrap(),
        ]
        .spacing(24),
    ]
    .spacing(0)
    .padding(20)
    .into()
}

const TEXTS: [&[&str]; 5] = [
    &["Compétence non mise en œuvre, absence de l’environnement technologique"],
    &[
        "N’identifie pas, n’exploite pas ou n’intègre pas les informations, indicateurs, besoins ou contraintes",
        "Ne répond pas ou n’apporte pas de solution aux besoins exprimés",
        "Ne s’implique pas ou ne mobilise pas les technologies et démarches adéquates dans la production du résultat attendu",
        "Ne traite pas les erreurs",
        "Ne communique pas de façon appropriée, ni à l’écrit, ni à l’oral",
    ],
    &[
        "Identifie, exploite ou intègre partiellement les informations, indicateurs, besoins ou contraintes",
        "Répond de façon peu adaptée au besoin exprimé, propose des solutions peu pertinentes",
        "Ne structure pas sa démarche ou mobilise de façon parcellaire les technologies et démarches",
        "Identifie les erreurs sans les résoudre",
        "Communique à l’écrit et/ou l’oral sans apporter d’argumentation",
    ],
    &[
        "Identifie, exploite ou intègre les informations, indicateurs, besoins ou contraintes",
        "Atteint les objectifs demandés, répond globalement aux besoins exprimés ou donne des éléments de solution",
        "Réalisation rigoureuse mobilisant les technologies et démarches appropriées",
        "Identifie et résout les erreurs",
        "Communique à l’écrit et/ou l’oral de façon claire et explicite",
    ],
    &[
        "Analyse de façon pertinente les informations, besoins ou contraintes, en mobilisant des outils",
        "Propose des solutions pertinentes, permettant des améliorations/gains notables et en anticipant les contraintes",
        "Mobilise une démarche agile et réactive, envisageant diverses technologies et solutions possibles",
        "Identifie et résout les erreurs et les documente",
        "Communique à l’écrit et/ou l’oral de façon adaptée aux interlocuteurs, argumente de façon étayée",
    ],
];

fn with_rubric<'a>(chosen: usize) -> Element<'a, ()> {
    let names = [
        "Non évaluable",
        "Non maîtrisé",
        "Maîtrise partielle",
        "Bonne maîtrise",
        "Excellente maîtrise",
    ];
    let columns: Vec<Column> = (0..5)
        .map(|digit| Column {
            level: shown(digit, names[digit]),
            chosen: digit == chosen,
            texts: TEXTS[digit].iter().map(|text| (*text).to_owned()).collect(),
        })
        .collect();
    container(level::rubric(&columns, level::Layout::Full, Some(&|_| ())))
        .padding([8.0, 16.0])
        .width(Length::Fill)
        .height(Length::Fill)
        .style(look::ground)
        .into()
}

#[test]
fn controls_are_drawn_in_the_three_displays() {
    for mode in Mode::ALL {
        let page = container(states()).style(look::panel).width(Length::Fill);
        let page = container(page)
            .padding(16)
            .height(Length::Fill)
            .style(look::ground);
        draw("composants", mode, [1366.0, 800.0], page.into());
    }
}

#[test]
fn the_rubric_is_drawn_in_the_three_displays() {
    for (mode, chosen) in Mode::ALL.into_iter().zip([3, 2, 4]) {
        draw("grille", mode, [1054.0, 374.0], with_rubric(chosen));
    }
}

#[test]
fn a_dialog_is_drawn_over_its_screen() {
    let inside = column![
        typeface::title("Rien n’est perdu"),
        typeface::body("Tout a été retrouvé, jusqu’au dernier geste."),
        row![
            control::primary("Reprendre")
                .key("Entrée")
                .on_press(())
                .tall(),
            space().width(Length::Fill),
            control::quiet("Voir le journal…").on_press(()),
        ]
        .align_y(Alignment::Center),
    ]
    .spacing(16);
    let page = frame::dialog(with_rubric(3), inside, 480.0, ());
    draw("dialogue", Mode::Clair, [1054.0, 374.0], page);
}
