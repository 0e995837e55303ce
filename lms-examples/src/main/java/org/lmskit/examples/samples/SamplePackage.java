package org.lmskit.examples.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The SCORM packages that come with Academy, made for it; their sources are resources beside it. */
public enum SamplePackage {
  /** A SCORM 1.2 quiz in a single SCO. */
  FIRE_SAFETY(
      "fire-safety",
      "Fire safety (SCORM 1.2)",
      "One SCO: a quiz of five questions, passed with 80 of 100.",
      List.of("imsmanifest.xml", "index.html", "quiz.js", "scorm12.js", "style.css")),
  /** A SCORM 2004 course of three SCOs. */
  PALLET_RACKING(
      "pallet-racking",
      "Pallet racking (SCORM 2004 4th Edition)",
      "Three SCOs: two lessons and a knowledge check, with suspend and resume.",
      List.of(
          "imsmanifest.xml",
          "lesson.html",
          "check.html",
          "scorm2004.js",
          "lesson.js",
          "check.js",
          "style.css"));

  private static final FileTime PACKED = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));

  private final String folder;
  private final String title;
  private final String description;
  private final List<String> files;

  SamplePackage(String folder, String title, String description, List<String> files) {
    this.folder = folder;
    this.title = title;
    this.description = description;
    this.files = files;
  }

  /** What a person calls it. */
  public String title() {
    return title;
  }

  /** What is in it. */
  public String description() {
    return description;
  }

  /** The name of the package's file, such as {@code fire-safety.zip}. */
  public String file() {
    return folder + ".zip";
  }

  /**
   * Writes the package as a ZIP; the same bytes every time.
   *
   * @throws IOException if it cannot be written
   */
  public void zip(OutputStream target) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      for (String file : files) {
        zip.putNextEntry(new ZipEntry(file).setLastModifiedTime(PACKED));
        try (InputStream source = source(file)) {
          source.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  /**
   * Writes the package into a folder and returns the file.
   *
   * @throws IOException if it cannot be written
   */
  public Path zipInto(Path directory) throws IOException {
    Path file = directory.resolve(file());
    try (OutputStream target = Files.newOutputStream(file)) {
      zip(target);
    }
    return file;
  }

  private InputStream source(String file) throws IOException {
    InputStream source = SamplePackage.class.getResourceAsStream(
        "/org/lmskit/examples/samples/" + folder + "/" + file);
    if (source == null) {
      throw new IOException("the sample " + folder + " lacks its file " + file);
    }
    return source;
  }
}
