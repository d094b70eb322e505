//! Members' codes: turned into salted slow hashes, and compared with them. Four digits keep a
//! neighbour's hand off a column; they do not keep a secret from whoever takes the file away.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};

use crate::domain::id::CodeHash;

/// How many digits a code has.
pub const DIGITS: usize = 4;

/// No hash that this program writes costs more: a file from elsewhere must not take the laptop's
/// memory, in KiB, or its time, in passes.
const MOST_MEMORY: u32 = 64 << 10;
const MOST_PASSES: u32 = 8;

/// Returns whether a text is a code.
pub fn is_code(digits: &str) -> bool {
    digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns what is kept of a code; nothing when it is none, or when the system gives no chance.
pub fn hash(digits: &str) -> Option<CodeHash> {
    if !is_code(digits) {
        return None;
    }
    let hash = Argon2::default().hash_password(digits.as_bytes()).ok()?;
    Some(CodeHash::from(hash.to_string()))
}

/// Returns whether a code is the one that was kept.
pub fn matches(digits: &str, kept: &CodeHash) -> bool {
    let Ok(kept) = PasswordHash::new(kept.as_str()) else {
        return false;
    };
    let affordable = Params::try_from(&kept).is_ok_and(|params| {
        params.m_cost() <= MOST_MEMORY && params.t_cost() <= MOST_PASSES && params.p_cost() <= 4
    });
    affordable
        && is_code(digits)
        && Argon2::default()
            .verify_password(digits.as_bytes(), &kept)
            .is_ok()
}
