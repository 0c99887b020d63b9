//! The comparison in the forms in which it leaves the program; every one is derived from the same [`Comparison`](crate::comparison::Comparison) and recomputes nothing.
