//! The items of a CASE file and what is part of what. Loops are refused; however deep or many the
//! items, the walk is as long as the file.

use std::collections::HashMap;

use serde_json::Value;

use super::super::ExchangeError;
use super::super::report::{Assumption, Tally};
use super::fields::Fields;
use super::{Role, Roles};
use crate::t;

/// One item.
#[derive(Debug, Default)]
pub(super) struct Item {
    pub identifier: String,
    pub code: Option<String>,
    pub statement: String,
    pub short: Option<String>,
    pub kind: String,
    pub role: Option<Role>,
    pub notes: Option<String>,
    pub children: Vec<usize>,
    pub parent: Option<usize>,
    rank: i64,
}

/// Every item, by its position in the file.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub items: Vec<Item>,
    by_name: HashMap<String, usize>,
    pub roots: Vec<usize>,
}

/// What every program writes anew for an element: names, addresses, dates.
pub(super) const RENEWED: [&str; 3] = ["identifier", "uri", "lastChangeDateTime"];

impl Tree {
    /// Reads the items and their `isChildOf`; `document` is the name of what holds them all.
    pub(super) fn read(
        items: &[Value],
        associations: &[Value],
        document: &str,
        tally: &mut Tally,
    ) -> Result<Self, ExchangeError> {
        let mut tree = Self::default();
        let roles = Roles::new();
        for value in items {
            tree.add(value, &roles, tally)?;
        }
        tree.attach(associations, document, tally);
        tree.refuse_loops()?;
        tree.order();
        Ok(tree)
    }

    fn add(
        &mut self,
        value: &Value,
        roles: &Roles,
        tally: &mut Tally,
    ) -> Result<(), ExchangeError> {
        let mut fields = Fields::of("CFItem", Some(value));
        let number = self.items.len() + 1;
        let identifier = fields
            .text("identifier")
            .unwrap_or_else(|| format!("item-{number}"));
        let code = fields.text("humanCodingScheme");
        let short = fields.text("abbreviatedStatement");
        let statement = fields.text("fullStatement");
        let Some(statement) = statement.or_else(|| short.clone()).or_else(|| code.clone()) else {
            return Err(ExchangeError::Nameless(format!("CFItem {identifier}")));
        };
        let kind = fields.text("CFItemType").unwrap_or_default();
        let enumeration = fields.rank("listEnumeration");
        let item = Item {
            notes: fields.text("notes"),
            identifier: identifier.clone(),
            code,
            statement,
            short,
            role: roles.of(&kind),
            kind,
            children: Vec::new(),
            parent: None,
            rank: enumeration,
        };
        fields.skip(&RENEWED);
        fields.skip(&["CFDocumentURI", "CFItemTypeURI"]);
        fields.finish(tally);
        if self
            .by_name
            .insert(identifier.clone(), self.items.len())
            .is_some()
        {
            return Err(ExchangeError::Duplicate(identifier));
        }
        tally.assume(Assumption::Renewed);
        self.items.push(item);
        Ok(())
    }

    fn attach(&mut self, associations: &[Value], document: &str, tally: &mut Tally) {
        for value in associations {
            let mut fields = Fields::of("CFAssociation", Some(value));
            let kind = fields.text("associationType").unwrap_or_default();
            let rank = fields.rank("sequenceNumber");
            let end = |value: Option<&Value>| {
                let mut fields = Fields::of("CFAssociation", value);
                fields.text("identifier").or_else(|| fields.text("uri"))
            };
            let origin = end(fields.get("originNodeURI"));
            let destination = end(fields.get("destinationNodeURI"));
            fields.skip(&RENEWED);
            fields.skip(&["CFDocumentURI"]);
            if !kind.eq_ignore_ascii_case("isChildOf") {
                tally.drop(t!("exchange-field-association", kind = kind));
                continue;
            }
            fields.finish(tally);
            tally.assume(Assumption::Renewed);
            let origin = origin.and_then(|name| self.find(&name));
            let Some(child) = origin else {
                tally.drop(t!("exchange-field-association", kind = kind));
                continue;
            };
            let parent = destination.as_ref().and_then(|name| self.find(name));
            if parent.is_none() && destination.as_deref() != Some(document) {
                // The parent is in another document: here the item stands by itself.
                if destination.is_some_and(|name| !name.ends_with(document)) {
                    tally.drop("CFAssociation.destinationNodeURI");
                }
                continue;
            }
            let Some(item) = self.items.get_mut(child) else {
                continue;
            };
            if parent.is_some() && item.parent.is_some() {
                tally.assume(Assumption::SeveralParents);
                continue;
            }
            if parent.is_some() || item.parent.is_none() {
                item.parent = parent.or(item.parent);
                if rank != i64::MAX {
                    item.rank = rank;
                }
            }
        }
    }

    /// Returns the item of this identifier, or at this address.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let last = name.rsplit(['/', ':']).next().unwrap_or(name);
        self.by_name
            .get(name)
            .or_else(|| self.by_name.get(last))
            .copied()
    }

    fn refuse_loops(&self) -> Result<(), ExchangeError> {
        // Each item is walked once: what is known to end is not walked again.
        let mut ends = vec![false; self.items.len()];
        let mut on_way = vec![usize::MAX; self.items.len()];
        for start in 0..self.items.len() {
            let mut way = Vec::new();
            let mut at = Some(start);
            while let Some(index) = at {
                if ends.get(index) == Some(&true) {
                    break;
                }
                if on_way.get(index) == Some(&start) {
                    let item = self.items.get(index);
                    return Err(ExchangeError::Cycle(
                        item.map(|item| item.statement.clone()).unwrap_or_default(),
                    ));
                }
                if let Some(mark) = on_way.get_mut(index) {
                    *mark = start;
                }
                way.push(index);
                at = self.items.get(index).and_then(|item| item.parent);
            }
            for index in way {
                if let Some(end) = ends.get_mut(index) {
                    *end = true;
                }
            }
        }
        Ok(())
    }

    fn order(&mut self) {
        let mut by_rank: Vec<usize> = (0..self.items.len()).collect();
        by_rank.sort_by_key(|index| self.items.get(*index).map(|item| item.rank));
        for index in by_rank {
            let parent = self.items.get(index).and_then(|item| item.parent);
            match parent.and_then(|parent| self.items.get_mut(parent)) {
                Some(parent) => parent.children.push(index),
                None => self.roots.push(index),
            }
        }
    }

    /// Returns the items so that each stands after its parent.
    pub(super) fn downwards(&self) -> Vec<usize> {
        let mut stack: Vec<usize> = self.roots.iter().rev().copied().collect();
        let mut out = Vec::with_capacity(self.items.len());
        while let Some(index) = stack.pop() {
            out.push(index);
            if let Some(item) = self.items.get(index) {
                stack.extend(item.children.iter().rev());
            }
        }
        out
    }
}
