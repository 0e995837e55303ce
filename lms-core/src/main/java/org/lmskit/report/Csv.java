package org.lmskit.report;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV.
 *
 * @see "RFC 4180"
 */
final class Csv {
  /** What makes a spreadsheet take a field for a formula, if it stands in front. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final Appendable out;
  private final StringBuilder line = new StringBuilder();

  Csv(Appendable out) {
    this.out = out;
  }

  /** The names of the columns. */
  void header(List<String> names) throws IOException {
    names.forEach(this::field);
    end();
  }

  /** One line; lists are joined by semicolons. */
  <R> void row(List<Column<R>> columns, R row) throws IOException {
    for (Column<R> column : columns) {
      field(column.value(row));
    }
    end();
  }

  /** A line is written at once: writers are slow with many small pieces. */
  private void end() throws IOException {
    line.setLength(line.length() - 1);
    out.append(line.append("\r\n"));
    line.setLength(0);
  }

  private void field(@Nullable Object value) {
    Object plain = value instanceof Collection<?> several ? joined(several) : Cell.of(value);
    if (plain instanceof String text) {
      text(isFormula(text) ? "'" + text : text);
    } else if (plain != null) {
      line.append(plain);
    }
    line.append(',');
  }

  /** A loop: most lists have one value, and there are some in each of many rows. */
  private static String joined(Collection<?> several) {
    StringBuilder all = new StringBuilder();
    String between = "";
    for (Object one : several) {
      all.append(between).append(Cell.of(one));
      between = "; ";
    }
    return all.toString();
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  private void text(String text) {
    boolean isPlain = text.equals(text.strip());
    for (int i = 0; isPlain && i < text.length(); i++) {
      char c = text.charAt(i);
      isPlain = c != ',' && c != '"' && c != '\r' && c != '\n';
    }
    if (isPlain) {
      line.append(text);
    } else {
      line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }
}
