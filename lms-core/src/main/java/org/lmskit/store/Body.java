package org.lmskit.store;

import java.util.function.Function;

/**
 * How a record is written to text and read back. What it writes must read back equal.
 *
 * @param write to text; the same value always gives the same text
 * @param read from any text that this or an earlier release wrote
 */
public record Body<T>(Function<T, String> write, Function<String, T> read) {}
