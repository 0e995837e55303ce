package org.lmskit.examples.play;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages of the tests: a manifest and one page. */
final class TestPackage {
  private TestPackage() {}

  static Path write(Path file, String manifest) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, "imsmanifest.xml", manifest);
      entry(zip, "page.html", "<!doctype html><title>Page</title>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** SCORM 2004 4th Edition: items and sequencing of the organization as they are given. */
  static String scorm2004(String organization, String items) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="M" version="1.0"
            xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
            xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
            xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
            xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
          <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
          <organizations default="%s">
            <organization identifier="%s">
              <title>Course</title>
              %s
              <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
            </organization>
          </organizations>
          <resources>
            <resource identifier="SCO" type="webcontent" adlcp:scormType="sco" href="page.html"/>
            <resource identifier="ASSET" type="webcontent" adlcp:scormType="asset" href="page.html"/>
          </resources>
        </manifest>
        """.formatted(organization, organization, items);
  }

  static String item(String id, String inside) {
    return item(id, "SCO", inside);
  }

  static String item(String id, String resource, String inside) {
    return "<item identifier=\"" + id + "\" identifierref=\"" + resource + "\" parameters=\"?i="
        + id.strip() + "\"><title>" + id + "</title>" + inside + "</item>";
  }

  static String scorm12() {
    return scorm12("");
  }

  /** SCORM 1.2: two items, the second with this inside. */
  static String scorm12(String second) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="M" version="1.0"
            xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
          <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
          <organizations default="ORG">
            <organization identifier="ORG">
              <title>Course</title>
              <item identifier="I1" identifierref="SCO"><title>One</title></item>
              <item identifier="I2" identifierref="SCO"><title>Two</title>%s</item>
            </organization>
          </organizations>
          <resources>
            <resource identifier="SCO" type="webcontent" adlcp:scormtype="sco" href="page.html?lang=de#top"/>
          </resources>
        </manifest>
        """.formatted(second);
  }
}
