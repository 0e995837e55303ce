package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.ArchivePitfallsTest.refused;
import static org.lmskit.scorm.packaging.TestManifest.PAGE;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.scorm2004;
import static org.lmskit.scorm.packaging.TestManifest.zip;
import static org.lmskit.scorm.packaging.TestZip.codes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.finding.ScormFinding;

/** What the text of manifests gets wrong. */
class XmlPitfallsTest {
  private static final String TITLED = scorm12().replace(">Course<", ">Prüfung – für alle<");

  @TempDir
  Path folder;

  @Test
  void a_byte_order_mark_is_skipped() {
    repaired("\uFEFF" + TITLED, StandardCharsets.UTF_8, ScormFinding.XML_BOM);
  }

  @Test
  void utf_16_is_read_with_and_without_mark_and_whatever_it_declares() {
    repaired(TITLED, StandardCharsets.UTF_16, ScormFinding.XML_UTF16);
    repaired(TITLED.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16LE, ScormFinding.XML_UTF16);
    repaired(TITLED, StandardCharsets.UTF_16BE, ScormFinding.XML_UTF16);
  }

  @Test
  void utf_8_that_declares_something_else_is_read_as_utf_8() {
    repaired(
        TITLED.replace("UTF-8", "ISO-8859-1"), StandardCharsets.UTF_8, ScormFinding.XML_ENCODING);
    repaired(TITLED.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_8, ScormFinding.XML_ENCODING);
    repaired(TITLED.replace("UTF-8", "klingon"), StandardCharsets.UTF_8, ScormFinding.XML_ENCODING);
  }

  @Test
  void western_text_that_declares_utf_8_is_read_as_western() {
    repaired(TITLED, Charset.forName("windows-1252"), ScormFinding.XML_ENCODING);
  }

  @Test
  void a_declared_encoding_that_is_right_is_no_finding() {
    PackageInspection found =
        inspect(TITLED.replace("UTF-8", "windows-1252").getBytes(Charset.forName("windows-1252")));

    assertThat(found.problems()).isEmpty();
    assertThat(found.manifest().organization().title()).isEqualTo("Prüfung – für alle");
  }

  private void repaired(String manifest, Charset charset, ScormFinding finding) {
    PackageInspection found = inspect(manifest.getBytes(charset));

    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found)).containsExactly(finding.code());
    assertThat(found.manifest().organization().title()).isEqualTo("Prüfung – für alle");
  }

  private PackageInspection inspect(byte[] manifest) {
    return new TestZip()
        .file("imsmanifest.xml", manifest)
        .file("index.html", PAGE)
        .inspect(folder);
  }

  @Test
  void white_space_before_the_declaration_is_skipped_and_lines_stay() {
    String manifest = "\n\n" + scorm12().replace("identifierref=\"R1\"", "identifierref=\"NO\"");
    manifest = manifest.replace(
        "</organization>",
        "<item identifier=\"I2\" identifierref=\"R1\"><title>x</title></item></organization>");

    PackageInspection found = zip(manifest).inspect(folder);

    assertThat(codes(found))
        .containsExactly(
            ScormFinding.XML_LEADING_SPACE.code(), ScormFinding.REFERENCE_DANGLING.code());
    assertThat(found.problems().get(1).location()).isEqualTo("imsmanifest.xml:11");
  }

  @Test
  void a_harmless_doctype_is_skipped() {
    PackageInspection found = zip(scorm12()
            .replaceFirst(
                "<manifest",
                "<!-- <!DOCTYPE no> --><!DOCTYPE manifest [ <!ELEMENT manifest ANY> <!-- > ] 100% <!ENTITY --> ]>\n<manifest"))
        .inspect(folder);

    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.XML_DOCTYPE.code());
    assertThat(found.problems().get(0).location()).isEqualTo("imsmanifest.xml:2");
  }

  @Test
  void entities_and_external_dtds_are_refused_and_never_fetched() {
    refuse("<!DOCTYPE manifest [<!ENTITY x \"y\">]>", ScormFinding.XML_ENTITY);
    refuse(
        "<!DOCTYPE manifest [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", ScormFinding.XML_ENTITY);
    refuse(
        "<!DOCTYPE manifest [<!ENTITY % p SYSTEM \"http://127.0.0.1/x.dtd\"> %p;]>",
        ScormFinding.XML_ENTITY);
    refuse("<!DOCTYPE manifest SYSTEM \"http://127.0.0.1/x.dtd\">", ScormFinding.XML_EXTERNAL_DTD);
    refuse("<!DOCTYPE manifest PUBLIC \"-//X\" \"x.dtd\">", ScormFinding.XML_EXTERNAL_DTD);
  }

  private void refuse(String doctype, ScormFinding finding) {
    refused(
        zip(scorm12().replaceFirst("<manifest", doctype + "<manifest")).inspect(folder), finding);
  }

  @Test
  void an_undeclared_entity_is_malformed() {
    refused(
        zip(scorm12().replace(">Course<", ">Course&nbsp;1<")).inspect(folder),
        ScormFinding.XML_MALFORMED);
  }

  @Test
  void malformed_xml_is_refused_with_line_and_column() {
    PackageInspection found =
        zip(scorm12().replace("<title>Course</title>", "<title>Course</titel>")).inspect(folder);

    refused(found, ScormFinding.XML_MALFORMED);
    assertThat(found.problems().get(0).location()).isEqualTo("imsmanifest.xml:8");
    assertThat(found.problems().get(0).message()).contains("line 8, column ").doesNotContain("..");
  }

  @Test
  void a_cut_off_manifest_is_refused() {
    refused(zip(scorm12().substring(0, 400)).inspect(folder), ScormFinding.XML_MALFORMED);
    refused(zip("").inspect(folder), ScormFinding.XML_EMPTY);
    refused(zip("  \n ").inspect(folder), ScormFinding.XML_EMPTY);
  }

  @Test
  void a_manifest_that_is_none_is_refused() {
    refused(zip("<html><body/></html>").inspect(folder), ScormFinding.XML_NOT_A_MANIFEST);
  }

  @Test
  void endless_nesting_is_refused() {
    String deep = "<item identifier=\"x\">".repeat(300) + "</item>".repeat(300);

    refused(zip(scorm12(deep, "")).inspect(folder), ScormFinding.XML_TOO_DEEP);
  }

  @Test
  void an_undeclared_prefix_is_repaired_at_its_line() {
    PackageInspection found = zip(scorm2004()
            .replaceFirst("\\s*xmlns:adlcp=\"[^\"]*\"", "")
            .replaceFirst("\\s*xmlns:imsss=\"[^\"]*\"", "")
            .replace(
                "<title>Lesson</title>",
                "<title>Lesson</title><imsss:sequencing>"
                    + "<imsss:deliveryControls tracked=\"false\"/></imsss:sequencing>"))
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found))
        .containsExactly(
            ScormFinding.XML_PREFIX_REPAIRED.code(), ScormFinding.XML_PREFIX_REPAIRED.code());
    assertThat(found.problems().get(0).location()).isEqualTo("imsmanifest.xml:10");
    assertThat(found
            .manifest()
            .organization()
            .items()
            .get(0)
            .sequencing()
            .delivery()
            .tracked())
        .isFalse();
  }

  @Test
  void an_unknown_undeclared_prefix_is_left_out_with_a_warning() {
    PackageInspection found = zip(scorm12()
            .replace("<title>Lesson", "<vendor:x><title>no</title></vendor:x><title>Lesson"))
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.XML_PREFIX_UNKNOWN.code());
    assertThat(found.manifest().organization().items().get(0).title()).isEqualTo("Lesson");
  }

  @Test
  void a_foreign_namespace_is_passed_over_silently() {
    PackageInspection found = zip(scorm12()
            .replace(
                "<title>Lesson",
                "<v:title xmlns:v=\"http://vendor.example\">no</v:title><title>Lesson"))
        .inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.manifest().organization().items().get(0).title()).isEqualTo("Lesson");
  }

  @Test
  void a_manifest_without_any_namespace_is_read() {
    String manifest =
        scorm12().replaceAll("\\s*xmlns(:adlcp)?=\"[^\"]*\"", "").replace("adlcp:", "");

    PackageInspection found = zip(manifest).inspect(folder);

    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(found.version()).isEqualTo("1.2");
    assertThat(codes(found)).contains(ScormFinding.XML_NAMESPACE_MISSING.code());
  }

  @Test
  void an_odd_namespace_is_read_as_content_packaging() {
    PackageInspection found = zip(scorm12()
            .replace("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "urn:odd"))
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.XML_NAMESPACE_ODD.code());
    assertThat(found.version()).isEqualTo("1.2");
  }

  @Test
  void the_content_packaging_prefix_may_be_anything_that_is_declared() {
    String manifest = scorm12()
        .replace(" xmlns=", " xmlns:q=")
        .replaceAll(
            "<(/?)(manifest|metadata|schema|schemaversion|organizations|organization|title|item|resources|resource)\\b",
            "<$1q:$2");

    PackageInspection found = zip(manifest).inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.launch()).isEqualTo("index.html");
  }
}
