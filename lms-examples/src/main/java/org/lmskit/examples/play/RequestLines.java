package org.lmskit.examples.play;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bytes, none of them longer than a limit: what is beyond it is read and forgotten. */
final class RequestLines {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;

  RequestLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** One line without its end; {@code isWhole} is false where it was longer than the limit. */
  record Line(byte[] bytes, boolean isWhole) {}

  /** The next line; empty at the end of the stream. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean isWhole = true;
    boolean isAny = false;
    while (at < end || fill()) {
      isAny = true;
      int stop = endOfLine();
      int length = Math.min(stop - at, longest - line.size());
      isWhole = isWhole && length == stop - at;
      line.write(chunk, at, length);
      boolean isOver = stop < end;
      at = isOver ? stop + 1 : stop;
      if (isOver) {
        return Optional.of(new Line(line.toByteArray(), isWhole));
      }
    }
    return isAny ? Optional.of(new Line(line.toByteArray(), isWhole)) : Optional.empty();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private int endOfLine() {
    int stop = at;
    while (stop < end && chunk[stop] != '\n') {
      stop++;
    }
    return stop;
  }
}
