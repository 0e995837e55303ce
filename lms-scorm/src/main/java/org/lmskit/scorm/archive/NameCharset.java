package org.lmskit.scorm.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides in which character set names are that do not say so: the one in which most of them are
 * files that the manifest names; failing that UTF-8 where it fits, else code page 437, which the
 * ZIP standard sets (APPNOTE appendix D). Character sets that the Java runtime lacks are passed over.
 */
final class NameCharset {
  private static final List<Charset> CANDIDATES = Stream.of(
          "UTF-8",
          "IBM437",
          "windows-31j",
          "GB18030",
          "windows-1252",
          "x-windows-949",
          "Big5",
          "IBM850",
          "IBM852",
          "IBM866",
          "windows-1251")
      .filter(Charset::isSupported)
      .map(Charset::forName)
      .toList();

  private NameCharset() {}

  /** The best guess without a manifest. */
  static Charset guess(Collection<byte[]> names) {
    return choose(names, List.of(), charset -> "");
  }

  /**
   * The one under which most of these names are among the paths of the manifest.
   *
   * @param folder of the manifest, whose name may be one of them
   */
  static Charset choose(
      Collection<byte[]> names, Collection<String> hrefs, Function<Charset, String> folder) {
    Set<String> wanted = hrefs.stream().map(Folded::path).collect(Collectors.toSet());
    Charset best = StandardCharsets.UTF_8;
    long bestScore = -1;
    for (Charset candidate : CANDIDATES) {
      long score = score(candidate, names, wanted, folder.apply(candidate));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return bestScore < 0 ? StandardCharsets.ISO_8859_1 : best;
  }

  static Optional<String> decode(byte[] name, Charset charset) {
    try {
      return Optional.of(charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(name))
          .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** How many names are wanted, or -1 if one of them cannot be decoded. */
  private static long score(
      Charset charset, Collection<byte[]> names, Set<String> wanted, String folder) {
    long score = 0;
    for (byte[] name : names) {
      Optional<String> decoded = decode(name, charset);
      if (decoded.isEmpty()) {
        return -1;
      }
      String path = decoded.get().replace('\\', '/');
      boolean isInside = path.startsWith(folder);
      score += isInside && wanted.contains(Folded.path(path.substring(folder.length()))) ? 1 : 0;
    }
    return score;
  }
}
