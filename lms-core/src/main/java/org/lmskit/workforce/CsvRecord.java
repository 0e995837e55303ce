package org.lmskit.workforce;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line the number of its first line, from 1
 * @param fields without their quotes
 * @param isBroken whether a quoted field did not end, or went on behind its quotes
 * @see "RFC 4180"
 */
record CsvRecord(int line, List<String> fields, boolean isBroken) {
  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  CsvRecord {
    fields = List.copyOf(fields);
  }

  /** Reads all records; lines without any character are skipped. */
  static List<CsvRecord> read(Reader csv) throws IOException {
    Scanner scanner = new Scanner(new BufferedReader(csv));
    List<CsvRecord> records = new ArrayList<>();
    for (CsvRecord next = scanner.next(); !next.fields().isEmpty(); next = scanner.next()) {
      records.add(next);
    }
    return records;
  }

  private static final class Scanner {
    private final Reader in;
    private int current;
    private int line = 1;
    private boolean isBroken;

    Scanner(Reader in) throws IOException {
      this.in = in;
      this.current = in.read();
      if (current == BYTE_ORDER_MARK) {
        current = in.read();
      }
    }

    /** The next record; without fields at the end. */
    CsvRecord next() throws IOException {
      while (current == '\r' || current == '\n') {
        advance();
      }
      int first = line;
      isBroken = false;
      List<String> fields = new ArrayList<>();
      if (current == END) {
        return new CsvRecord(first, fields, false);
      }
      fields.add(field());
      while (current == ',') {
        advance();
        fields.add(field());
      }
      return new CsvRecord(first, fields, isBroken);
    }

    private String field() throws IOException {
      if (current != '"') {
        return plain();
      }
      String quoted = quoted();
      String rest = plain();
      isBroken |= !rest.isBlank();
      return quoted;
    }

    private String plain() throws IOException {
      StringBuilder text = new StringBuilder();
      while (current != END && current != ',' && current != '\r' && current != '\n') {
        text.append((char) current);
        advance();
      }
      return text.toString();
    }

    private String quoted() throws IOException {
      StringBuilder text = new StringBuilder();
      advance();
      while (current != END) {
        if (current == '"') {
          advance();
          if (current != '"') {
            return text.toString();
          }
        }
        text.append((char) current);
        advance();
      }
      isBroken = true;
      return text.toString();
    }

    private void advance() throws IOException {
      if (current == '\n') {
        line++;
      }
      current = in.read();
    }
  }
}
