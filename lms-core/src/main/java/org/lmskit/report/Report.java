package org.lmskit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that are read when they are asked for, in bounded memory: each of {@link #each}, {@link #list}, {@link #csv} and
 * {@link #json} reads them anew, on one snapshot. Thread-safe, except for that of a dry run, which ends with it.
 *
 * @param <R> a row
 */
public final class Report<R> {
  private final List<Column<R>> columns;
  private final Consumer<Consumer<R>> source;

  Report(List<Column<R>> columns, Consumer<Consumer<R>> source) {
    this.columns = List.copyOf(columns);
    this.source = source;
  }

  /** The names of the columns, as CSV and JSON have them. */
  public List<String> columns() {
    return columns.stream().map(Column::name).toList();
  }

  /** Visits all rows, in the report's order. */
  public void each(Consumer<R> visitor) {
    source.accept(visitor);
  }

  /** All rows; for reports that fit into memory. */
  public List<R> list() {
    List<R> rows = new ArrayList<>();
    each(rows::add);
    return rows;
  }

  /**
   * Writes all rows as CSV with a header (RFC 4180). Texts that a spreadsheet would take for a formula get an apostrophe in
   * front. The writer is flushed and stays open.
   *
   * @throws IOException if it cannot be written
   */
  public void csv(Writer out) throws IOException {
    Csv csv = new Csv(out);
    csv.header(columns());
    written(row -> csv.row(columns, row));
    out.flush();
  }

  /**
   * Writes all rows as a JSON array of objects; what is absent is null. The writer is flushed and stays open.
   *
   * @throws IOException if it cannot be written
   */
  public void json(Writer out) throws IOException {
    JsonRows json = new JsonRows(out);
    written(row -> json.row(columns, row));
    json.end();
    out.flush();
  }

  private interface Written<R> {
    void write(R row) throws IOException;
  }

  private void written(Written<R> to) throws IOException {
    try {
      each(row -> {
        try {
          to.write(row);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
