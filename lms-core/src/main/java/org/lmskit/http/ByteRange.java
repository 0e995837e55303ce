package org.lmskit.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a representation.
 *
 * @param from the first byte
 * @param length in bytes, at least 1; 0 if nothing of what was asked for exists
 * @see "RFC 9110, 14.1.2"
 */
public record ByteRange(long from, long length) {
  private static final Pattern SINGLE = Pattern.compile("bytes=[ \t]*([0-9]*)-([0-9]*)[ \t]*");
  private static final int LONGEST_NUMBER = 18;

  /**
   * The range that a {@code Range} header asks for. Absent if the header must or may be ignored:
   * another unit, broken syntax, or several ranges (RFC 9110, 14.2).
   *
   * @param header the value of the field
   * @param size of the whole, in bytes
   */
  public static Optional<ByteRange> parse(String header, long size) {
    Matcher matcher = SINGLE.matcher(header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.length() > LONGEST_NUMBER || last.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    return first.isEmpty() ? suffix(last, size) : bounded(first, last, size);
  }

  /** Whether there is anything to send; otherwise the answer is 416. */
  public boolean isSatisfiable() {
    return length > 0;
  }

  /** The value of {@code Content-Range} for this part. */
  public String contentRange(long size) {
    return isSatisfiable()
        ? "bytes " + from + "-" + (from + length - 1) + "/" + size
        : "bytes */" + size;
  }

  private static Optional<ByteRange> suffix(String last, long size) {
    if (last.isEmpty()) {
      return Optional.empty();
    }
    long length = Math.min(Long.parseLong(last), size);
    return Optional.of(new ByteRange(size - length, length));
  }

  private static Optional<ByteRange> bounded(String first, String last, long size) {
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    if (to < from) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(from, Math.max(0, Math.min(to, size - 1) - from + 1)));
  }
}
