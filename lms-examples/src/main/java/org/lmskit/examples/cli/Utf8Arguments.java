package org.lmskit.examples.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments as UTF-8, whatever the locale is: Java reads them in the locale's charset, where all that
 * it lacks becomes question marks.
 */
final class Utf8Arguments {
  /** What the process was started with, byte for byte; Linux alone has it. */
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Utf8Arguments() {}

  /**
   * The same arguments; those that lost characters have them again where the system tells them.
   *
   * @param last the last ones of the command line
   */
  static List<String> of(List<String> last) {
    if (!Files.isReadable(COMMAND_LINE)) {
      return last;
    }
    try {
      return of(Files.readAllBytes(COMMAND_LINE), last);
    } catch (IOException e) {
      return last; // then the locale's reading is all there is
    }
  }

  private static List<String> of(byte[] commandLine, List<String> last)
      throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(commandLine)).toString();
    String[] started = text.split("\0", -1);
    int first = started.length - 1 - last.size(); // a zero byte ends the last one, too
    List<String> read = new ArrayList<>(last);
    for (int i = 0; i < last.size() && first >= 0; i++) {
      if (plain(started[first + i]).equals(plain(last.get(i)))) {
        read.set(i, started[first + i]);
      }
    }
    return read;
  }

  /** What both readings have in common: one character that was lost may have become several. */
  private static String plain(String text) {
    return text.replaceAll("[^\\x00-\\x7f]", "?").replaceAll("\\?+", "?");
  }
}
