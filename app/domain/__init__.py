"""The domain floor: types and rules, with no input or output."""
