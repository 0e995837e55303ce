package org.lmskit.examples.play;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files by names of any characters, whatever the locale is. */
public final class NamedFile {
  private NamedFile() {}

  /**
   * The file of this name.
   *
   * @throws InvalidPathException if no file can have it
   */
  public static Path of(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      return encoded(name, e);
    }
  }

  /** A URI has UTF-8 bytes in every locale; a name that the locale lacks is reached only so. */
  private static Path encoded(String name, InvalidPathException invalid) {
    String escaped =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    String start =
        name.startsWith("/") ? "file://" : Path.of("").toAbsolutePath().toUri().toString();
    try {
      return Path.of(URI.create(start + escaped));
    } catch (IllegalArgumentException e) {
      throw invalid; // such as a zero character: no locale is to blame
    }
  }
}
