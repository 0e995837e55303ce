package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.TestManifest.PAGE;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.zip;
import static org.lmskit.scorm.packaging.TestZip.codes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.finding.ScormFinding;

/** What archives get wrong about the names of their entries. */
class ArchiveNamesTest {
  @TempDir
  Path folder;

  @Test
  void a_manifest_whose_name_is_in_another_case_is_read() {
    PackageInspection found = new TestZip()
        .file("IMSManifest.XML", scorm12())
        .file("index.html", PAGE)
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.MANIFEST_CASE.code());
  }

  @Test
  void backslashes_in_entry_names_are_folders() {
    PackageInspection found = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(TestManifest.item(""), TestManifest.resource12("a/b/index.html")))
        .file("a\\b\\index.html", PAGE)
        .file("a\\b\\", "")
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.BACKSLASHES.code());
    assertThat(found.launch()).isEqualTo("a/b/index.html");
  }

  @Test
  void names_in_code_page_437_match_the_manifest() {
    inCharset("Übung/Lösung.html", Charset.forName("IBM437"));
  }

  @Test
  void names_in_shift_jis_match_the_manifest_even_with_a_backslash_as_second_byte() {
    inCharset("ソフト/表.html", Charset.forName("windows-31j"));
  }

  @Test
  void names_in_gbk_match_the_manifest() {
    inCharset("课程/第一课.html", Charset.forName("GBK"));
  }

  @Test
  void names_in_a_sub_folder_whose_own_name_is_not_marked_match_the_manifest() {
    for (String charset : new String[] {"windows-31j", "GBK", "IBM866"}) {
      String course = charset.equals("IBM866") ? "курс" : "表";
      String page = charset.equals("IBM866") ? "урок.html" : "第一章/表.html";
      Charset zipped = Charset.forName(charset);
      PackageInspection found = new TestZip()
          .named(
              course + "/imsmanifest.xml",
              zipped,
              scorm12(TestManifest.item(""), TestManifest.resource12(page)))
          .named(course + "/" + page, zipped, PAGE)
          .named(course + "/plain.html", zipped, PAGE)
          .inspect(folder);

      assertThat(found.accepted()).as("%s", found.problems()).isTrue();
      assertThat(codes(found))
          .containsExactly(ScormFinding.SUBFOLDER.code(), ScormFinding.NAME_CHARSET.code());
      assertThat(found.problems().get(1).message()).contains(zipped.name().substring(0, 2));
    }
  }

  @Test
  void names_in_the_code_pages_of_other_alphabets_match_the_manifest() {
    inCharset("экзамен.html", Charset.forName("IBM866"));
    inCharset("курс/урок.html", Charset.forName("windows-1251"));
    inCharset("ćwiczenie/żółw.html", Charset.forName("IBM852"));
  }

  @Test
  void names_in_utf_8_without_the_flag_match_the_manifest() {
    inCharset("курс/урок.html", StandardCharsets.UTF_8);
  }

  private void inCharset(String path, Charset charset) {
    PackageInspection found = new TestZip()
        .file("imsmanifest.xml", scorm12(TestManifest.item(""), TestManifest.resource12(path)))
        .named(path, charset, PAGE)
        .inspect(folder);

    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.NAME_CHARSET.code());
    assertThat(found
            .manifest()
            .organization()
            .findLaunchable()
            .orElseThrow()
            .launch()
            .path())
        .isEqualTo(path);
  }

  @Test
  void a_decomposed_name_of_a_mac_matches_the_composed_href() {
    PackageInspection found = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(TestManifest.item(""), TestManifest.resource12("\u00fcbung.html")))
        .file("u\u0308bung.html", PAGE)
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.HREF_CASE.code());
  }

  @Test
  void what_operating_systems_leave_behind_is_left_out() {
    PackageInspection found = zip(scorm12())
        .file("__MACOSX/._index.html", "x")
        .file("__MACOSX/imsmanifest.xml", "x")
        .file("._imsmanifest.xml", "x")
        .file("media/.DS_Store", "x")
        .file("media/Thumbs.db", "x")
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.IGNORED_FILES.code());
    assertThat(found.problems().get(0).message()).startsWith("Files of the operating system (5)");
    assertThat(found.files()).isEqualTo(2);
  }

  @Test
  void of_duplicate_entries_the_last_is_taken() {
    String later = scorm12().replace("<title>Course</title>", "<title>Later</title>");

    PackageInspection found = zip(scorm12()).file("imsmanifest.xml", later).inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.DUPLICATE.code());
    assertThat(found.manifest().organization().title()).isEqualTo("Later");
  }
}
