package org.lmskit.report;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
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

  Csv(Appendable out) {
    this.out = out;
  }

  /** One line; lists are joined by semicolons. */
  void line(List<?> values) throws IOException {
    boolean isFirst = true;
    for (Object value : values) {
      if (!isFirst) {
        out.append(',');
      }
      out.append(field(value));
      isFirst = false;
    }
    out.append("\r\n");
  }

  private static String field(@Nullable Object value) {
    Object plain = value instanceof Collection<?> several
        ? several.stream()
            .map(one -> String.valueOf(Cell.of(one)))
            .collect(Collectors.joining("; "))
        : Cell.of(value);
    if (plain == null) {
      return "";
    }
    if (!(plain instanceof String text)) {
      return plain.toString();
    }
    return quoted(isFormula(text) ? "'" + text : text);
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  private static String quoted(String text) {
    boolean isPlain = text.equals(text.strip());
    for (int i = 0; isPlain && i < text.length(); i++) {
      char c = text.charAt(i);
      isPlain = c != ',' && c != '"' && c != '\r' && c != '\n';
    }
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
