package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.ArchivePitfallsTest.refused;
import static org.lmskit.scorm.packaging.TestManifest.PAGE;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource12;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestZip.codes;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.Href;

/** Where hrefs lead, however they are written. */
class HrefPitfallsTest {
  @TempDir
  Path folder;

  private PackageInspection launching(String href, String file) {
    return new TestZip()
        .file("imsmanifest.xml", scorm12(item(""), resource12(href)))
        .file(file, PAGE)
        .inspect(folder);
  }

  private void repaired(String href, String file, String launch, ScormFinding finding) {
    PackageInspection found = launching(href, file);

    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found)).containsExactly(finding.code());
    assertThat(found.launch()).isEqualTo(launch);
  }

  @Test
  void an_href_in_another_case_finds_its_file() {
    repaired("Index.HTML", "index.html", "index.html", ScormFinding.HREF_CASE);
  }

  @Test
  void an_href_with_backslashes_finds_its_file() {
    repaired("a\\b\\index.html", "a/b/index.html", "a/b/index.html", ScormFinding.HREF_BACKSLASH);
  }

  @Test
  void an_href_that_is_url_encoded_finds_its_file() {
    PackageInspection found = launching("my%20page%20%C3%BC.html", "my page ü.html");

    assertThat(found.problems()).isEmpty();
    assertThat(found.launch()).isEqualTo("my%20page%20%C3%BC.html");
  }

  @Test
  void an_href_that_is_url_encoded_in_latin_1_finds_its_file() {
    repaired(
        "Pr%FCfung%201.html",
        "Prüfung 1.html", "Pr%C3%BCfung%201.html", ScormFinding.HREF_ENCODING);
  }

  @Test
  void an_href_that_is_not_url_encoded_finds_its_file() {
    repaired("my page.html", "my page.html", "my%20page.html", ScormFinding.HREF_ENCODING);
  }

  @Test
  void a_file_whose_name_has_percent_signs_is_found() {
    repaired("my%20page.html", "my%20page.html", "my%2520page.html", ScormFinding.HREF_ENCODING);
    repaired("100%.html", "100%.html", "100%25.html", ScormFinding.HREF_ENCODING);
  }

  @Test
  void a_file_whose_name_has_a_hash_is_found() {
    repaired("c#.html", "c#.html", "c%23.html", ScormFinding.HREF_ENCODING);
  }

  @Test
  void an_href_keeps_its_query_and_fragment() {
    PackageInspection found = launching("index.html?a=1&amp;b=2#top", "index.html");

    assertThat(found.problems()).isEmpty();
    assertThat(found.launch()).isEqualTo("index.html?a=1&b=2");
    Href href = found.manifest().organization().items().get(0).launch();
    assertThat(href.url()).isEqualTo("index.html?a=1&b=2#top");
  }

  @Test
  void an_href_with_a_leading_slash_is_read_from_the_root() {
    repaired("/index.html", "index.html", "index.html", ScormFinding.HREF_ABSOLUTE);
  }

  @Test
  void hrefs_that_climb_out_are_refused() {
    PackageInspection found = launching("../index.html", "index.html");

    assertThat(found.accepted()).isFalse();
    assertThat(codes(found)).containsExactly(ScormFinding.HREF_CLIMBS.code());
    assertThat(codes(launching("a/%2e%2e/%2E%2E/x.html", "index.html")))
        .containsExactly(ScormFinding.HREF_CLIMBS.code());
  }

  @Test
  void hrefs_that_come_back_inside_are_resolved() {
    PackageInspection found = launching("./a/../index.html", "index.html");

    assertThat(found.problems()).isEmpty();
    assertThat(found.launch()).isEqualTo("index.html");
  }

  @Test
  void hrefs_of_other_schemes_are_refused() {
    assertThat(codes(launching("javascript:alert(1)", "index.html")))
        .containsExactly(ScormFinding.HREF_ILLEGAL.code());
    assertThat(codes(launching("file:///c:/x.html", "index.html")))
        .containsExactly(ScormFinding.HREF_ILLEGAL.code());
  }

  @Test
  void an_xml_base_counts_without_its_query_and_fragment() {
    for (String base : new String[] {"a/?x=1/2", "a/#b/c", "a/x.html?y=/z/"}) {
      PackageInspection found = new TestZip()
          .file(
              "imsmanifest.xml",
              scorm12(item(""), resource12("index.html"))
                  .replace("<resources>", "<resources xml:base=\"" + base + "\">"))
          .file("a/index.html", PAGE)
          .inspect(folder);

      assertThat(found.accepted()).as(base).isTrue();
      assertThat(found.launch()).isEqualTo("a/index.html");
    }
  }

  @Test
  void an_xml_base_of_folders_whose_names_have_a_hash_or_a_question_mark_is_found() {
    for (String base : new String[] {"C#/", "C#", "Why?/C#/"}) {
      String at = base.endsWith("/") ? base : base + "/";
      PackageInspection found = new TestZip()
          .file(
              "imsmanifest.xml",
              scorm12(item(""), resource12("a.html?x=1"))
                  .replace("<resource ", "<resource xml:base=\"" + base + "\" "))
          .file(at + "a.html", PAGE)
          .inspect(folder);

      assertThat(found.accepted()).as("%s", found.problems()).isTrue();
      assertThat(codes(found)).containsExactly(ScormFinding.HREF_ENCODING.code());
      assertThat(found.launch())
          .isEqualTo(at.replace("?", "%3F").replace("#", "%23") + "a.html?x=1");
    }
  }

  @Test
  void an_xml_base_on_another_host_is_resolved_as_browsers_do() {
    assertThat(external("http://cdn.example.org/c/", "x.html"))
        .isEqualTo("http://cdn.example.org/c/x.html");
    assertThat(external("http://cdn.example.org/c/", "/d/x.html"))
        .isEqualTo("http://cdn.example.org/d/x.html");
    assertThat(external("http://cdn.example.org", "x.html"))
        .isEqualTo("http://cdn.example.org/x.html");
    assertThat(external("", "//cdn.example.org/x.html"))
        .isEqualTo("https://cdn.example.org/x.html");
  }

  private String external(String base, String href) {
    return new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(item(""), resource12(href))
                .replace("<resources>", "<resources xml:base=\"" + base + "\">"))
        .inspect(folder)
        .launch();
  }

  @Test
  void external_content_is_accepted_with_a_warning_or_refused_by_policy() {
    TestZip zip = new TestZip()
        .file("imsmanifest.xml", scorm12(item(""), resource12("https://example.org/a.html?x=1")));

    PackageInspection allowed = zip.inspect(folder);
    PackageInspection forbidden =
        zip.inspect(folder, PackageOptions.DEFAULT.withExternalAllowed(false));

    assertThat(allowed.accepted()).isTrue();
    assertThat(codes(allowed)).containsExactly(ScormFinding.EXTERNAL_HREF.code());
    assertThat(allowed.launch()).isEqualTo("https://example.org/a.html?x=1");
    assertThat(forbidden.accepted()).isFalse();
    assertThat(codes(forbidden)).containsExactly(ScormFinding.EXTERNAL_REFUSED.code());
  }

  @Test
  void a_missing_launch_file_is_refused_and_a_missing_listed_file_is_not() {
    PackageInspection listed = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(
                item(""),
                resource12("index.html")
                    .replace(
                        "/>", "><file href=\"index.html\"/><file href=\"gone.png\"/></resource>")))
        .file("index.html", PAGE)
        .inspect(folder);

    refused(launching("gone.html", "index.html"), ScormFinding.LAUNCH_FILE_MISSING);
    assertThat(listed.accepted()).isTrue();
    assertThat(codes(listed)).containsExactly(ScormFinding.FILE_MISSING.code());
    assertThat(listed.problems().get(0).location()).isEqualTo("imsmanifest.xml:13");
  }

  @Test
  void a_missing_file_of_a_resource_that_nobody_launches_is_only_a_warning() {
    PackageInspection found = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(
                item(""),
                resource12("index.html")
                    + "<resource identifier=\"R2\" type=\"webcontent\" adlcp:scormtype=\"asset\" href=\"gone.html\"/>"))
        .file("index.html", PAGE)
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.FILE_MISSING.code());
  }

  @Test
  void xml_base_applies_at_all_three_levels() {
    PackageInspection found = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(item(""), resource12("index.html"))
                .replace("<manifest ", "<manifest xml:base=\"one/\" ")
                .replace("<resources>", "<resources xml:base=\"two/\">")
                .replace("<resource ", "<resource xml:base=\"three/\" "))
        .file("one/two/three/index.html", PAGE)
        .inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.launch()).isEqualTo("one/two/three/index.html");
  }

  @Test
  void an_xml_base_without_its_slash_is_read_as_a_folder() {
    PackageInspection found = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(item(""), resource12("index.html"))
                .replace("<resource ", "<resource xml:base=\"content\" "))
        .file("content/index.html", PAGE)
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.BASE_SLASH.code());
    assertThat(found.launch()).isEqualTo("content/index.html");
  }

  @Test
  void parameters_follow_the_algorithm_of_the_standard() {
    assertThat(launch("a.html", "?x=1")).isEqualTo("a.html?x=1");
    assertThat(launch("a.html", "x=1")).isEqualTo("a.html?x=1");
    assertThat(launch("a.html", "&x=1")).isEqualTo("a.html?x=1");
    assertThat(launch("a.html", "?&?x=1")).isEqualTo("a.html?x=1");
    assertThat(launch("a.html?y=2", "?x=1")).isEqualTo("a.html?y=2&x=1");
    assertThat(launch("a.html", "#top")).isEqualTo("a.html?#top");
    assertThat(launch("a.html#here", "#top")).isEqualTo("a.html#here");
    assertThat(launch("a.html?y=2", "#top")).isEqualTo("a.html?y=2");
    assertThat(launch("a.html", "")).isEqualTo("a.html");
    assertThat(launch("a.html", "?&")).isEqualTo("a.html");
  }

  private static String launch(String url, String parameters) {
    return Href.parse(url, false).withParameters(parameters).url();
  }

  @Test
  void the_items_parameters_are_in_the_launch_path() {
    PackageInspection found = new TestZip()
        .file(
            "imsmanifest.xml",
            scorm12(
                item("").replace("<item ", "<item parameters=\"?tc=1&amp;act=ü\" "),
                resource12("index.html?lang=en")))
        .file("index.html", PAGE)
        .inspect(folder);

    assertThat(found.launch()).isEqualTo("index.html?lang=en&tc=1&act=%C3%BC");
  }
}
