package org.lmskit.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes SCORM packages for measurements. */
final class SamplePackage {
  private static final String[] WORDS =
      "function var return document element the learner page <div class= </div> style null true 0 1 px"
          .split(" ");

  private SamplePackage() {}

  /**
   * A package of SCOs in a flow, of one page each.
   *
   * @param size of a page in bytes
   * @param text which share of the pages, in percent, is text that packs well; the rest packs badly
   */
  static Path zip(int scos, int size, int text) throws IOException {
    return zip(scos, 0, size, text);
  }

  /**
   * The same with further files that belong to the first page.
   *
   * @param others how many, each of the size of a page
   */
  static Path zip(int scos, int others, int size, int text) throws IOException {
    Path zip = Files.createTempFile("lmskit", ".zip");
    Random random = new Random(1);
    StringBuilder items = new StringBuilder();
    StringBuilder resources = new StringBuilder();
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      String files = IntStream.range(scos, scos + others)
          .mapToObj("<file href=\"p%d.html\"/>"::formatted)
          .collect(Collectors.joining());
      for (int i = 0; i < scos + others; i++) {
        put(out, "p" + i + ".html", i % 100 < text ? text(random, size) : noise(random, size));
      }
      for (int i = 0; i < scos; i++) {
        items.append("<item identifier=\"I%d\" identifierref=\"R%d\"><title>%d</title></item>"
            .formatted(i, i, i));
        resources.append(
            "<resource identifier=\"R%d\" type=\"webcontent\" adlcp:scormType=\"sco\" href=\"p%d.html\">%s</resource>"
                .formatted(i, i, i == 0 ? files : ""));
      }
      put(out, "imsmanifest.xml", manifest(items, resources).getBytes(StandardCharsets.UTF_8));
    }
    return zip;
  }

  private static String manifest(StringBuilder items, StringBuilder resources) {
    return """
        <manifest identifier="M" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
          <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
          <organizations default="O"><organization identifier="O"><title>Course</title>%s
            <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
          </organization></organizations>
          <resources>%s</resources>
        </manifest>
        """.formatted(items, resources);
  }

  private static byte[] noise(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(Random random, int size) {
    StringBuilder text = new StringBuilder(size + 20);
    while (text.length() < size) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ').append(random.nextInt(100));
    }
    return text.substring(0, size).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
