package org.lmskit.report;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a report.
 *
 * @param name of it
 * @param of gives the value of a row; null if it has none
 */
record Column<R>(String name, Function<R, @Nullable Object> of) {
  @Nullable
  Object value(R row) {
    return of.apply(row);
  }
}
