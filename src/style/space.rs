//! Distances, targets and the fixed measures of the screens, in logical pixels (design §2.4, §3.2).

/// Between a sign and its word.
pub const XS: f32 = 4.0;
/// Inside a control.
pub const S: f32 = 8.0;
/// Between controls.
pub const M: f32 = 12.0;
/// Inside a panel.
pub const L: f32 = 16.0;
/// Between groups.
pub const XL: f32 = 20.0;
/// Around a screen.
pub const XXL: f32 = 24.0;
/// Between columns of a welcome screen.
pub const HUGE: f32 = 40.0;

/// Radius of chips and key caps.
pub const RADIUS_CHIP: f32 = 4.0;
/// Radius of buttons and fields.
pub const RADIUS: f32 = 6.0;
/// Radius of panels.
pub const RADIUS_PANEL: f32 = 8.0;
/// Radius of dialogs.
pub const RADIUS_DIALOG: f32 = 10.0;

/// Height of a button.
pub const BUTTON: f32 = 36.0;
/// Height of the main button of a screen.
pub const BUTTON_MAIN: f32 = 44.0;
/// Height of a button inside a row.
pub const BUTTON_DENSE: f32 = 30.0;

/// Height of a key cap, and width of one with a single sign.
pub const KEY: f32 = 20.0;

/// Height of the head of a screen.
pub const HEAD: f32 = 68.0;
/// Height of the identity band.
pub const BAND: f32 = 56.0;
/// Height of the strip of rows.
pub const STRIP: f32 = 50.0;
/// Width of the list of rows, and height of one of them.
pub const OUTLINE: f32 = 260.0;
/// Height of a row of that list.
pub const OUTLINE_ROW: f32 = 30.0;
/// Width of the side panel.
pub const SIDE: f32 = 312.0;
/// Height of the rubric with its margins.
pub const RUBRIC: f32 = 374.0;
/// Width of the column outside the scale.
pub const NOT_ASSESSABLE: f32 = 132.0;
/// Height of a level column's head.
pub const LEVEL_HEAD: f32 = 38.0;
/// Width and height of one of the three cells of an indicator.
pub const INDICATOR: (f32, f32) = (28.0, 26.0);
/// Height of an incident's bar.
pub const INCIDENT: f32 = 46.0;
/// Height of the foot of a screen.
pub const FOOT: f32 = 44.0;
/// Width of a dialog.
pub const DIALOG: f32 = 640.0;
/// Width of a wide dialog: the keyboard's help.
pub const DIALOG_WIDE: f32 = 1118.0;

/// How much a window shows at once (design §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// One level's descriptors, two-line rows, a menu of stages.
    Narrow,
    /// One zone at a time, under tabs.
    Medium,
    /// Everything, as drawn.
    Large,
    /// Everything, with larger texts.
    Grand,
}

impl Class {
    /// Returns the class of an effective size: the window's, divided by the text's scale. It is what
    /// `iced::widget::responsive` gives.
    pub fn of(size: iced::Size) -> Self {
        let at_least = |width: f32, height: f32| size.width >= width && size.height >= height;
        if at_least(1600.0, 900.0) {
            Class::Grand
        } else if at_least(1280.0, 680.0) {
            Class::Large
        } else if size.width >= 900.0 {
            Class::Medium
        } else {
            Class::Narrow
        }
    }
}
