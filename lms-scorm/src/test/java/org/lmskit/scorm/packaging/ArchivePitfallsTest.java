package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.TestManifest.PAGE;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.zip;
import static org.lmskit.scorm.packaging.TestZip.codes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.model.Problem;
import org.lmskit.scorm.finding.ScormFinding;

/** What archives get wrong: each is one package, written here. */
class ArchivePitfallsTest {
  @TempDir
  Path folder;

  @Test
  void a_package_in_a_single_sub_folder_is_taken_from_there() {
    PackageInspection found = new TestZip()
        .file("My Course/imsmanifest.xml", scorm12())
        .file("My Course/index.html", PAGE)
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.SUBFOLDER.code());
    assertThat(found.launch()).isEqualTo("index.html");
  }

  @Test
  void files_beside_the_packages_folder_are_left_out() {
    PackageInspection found = new TestZip()
        .file("course/imsmanifest.xml", scorm12())
        .file("course/index.html", PAGE)
        .file("readme.txt", "hello")
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found))
        .containsExactlyInAnyOrder(
            ScormFinding.SUBFOLDER.code(), ScormFinding.OUTSIDE_FOLDER.code());
    assertThat(found.files()).isEqualTo(2);
  }

  @Test
  void two_candidate_folders_are_refused_by_name() {
    PackageInspection found = new TestZip()
        .file("a/imsmanifest.xml", scorm12())
        .file("b/imsmanifest.xml", scorm12())
        .inspect(folder);

    refused(found, ScormFinding.TWO_FOLDERS);
    assertThat(found.problems().get(0).message()).contains("a/imsmanifest.xml, b/imsmanifest.xml");
    refused(
        new TestZip()
            .file("x/y/imsmanifest.xml", scorm12())
            .file("a/imsmanifest.xml", scorm12())
            .inspect(folder),
        ScormFinding.TWO_FOLDERS);
  }

  @Test
  void a_manifest_at_the_root_wins_over_one_of_a_deeper_sample() {
    PackageInspection found =
        zip(scorm12()).file("sample/imsmanifest.xml", "<broken").inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void a_package_on_another_file_system_imports() throws IOException {
    Path outer = folder.resolve("outer.zip");

    try (FileSystem files = FileSystems.newFileSystem(outer, Map.of("create", "true"))) {
      PackageInspection found =
          zip(scorm12()).file("more.txt", "x".repeat(9_000)).inspect(files.getPath("/"));

      assertThat(found.accepted()).isTrue();
      assertThat(found.files()).isEqualTo(3);
    }
  }

  @Test
  void a_prefixed_archive_imports() {
    PackageInspection found = zip(scorm12()).prefixed("MZ self-extracting stub").inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.PREFIXED.code());
  }

  @Test
  void a_prefixed_archive_whose_offsets_count_the_prefix_imports() {
    PackageInspection found =
        zip(scorm12()).prefixed("MZ self-extracting stub").counted().inspect(folder);

    assertThat(found.accepted()).isTrue();
  }

  @Test
  void a_prefixed_zip64_archive_imports_whether_its_offsets_count_the_prefix_or_not() {
    PackageInspection counted =
        zip(scorm12()).zip64().prefixed("MZ self-extracting stub").counted().inspect(folder);
    PackageInspection found =
        zip(scorm12()).zip64().prefixed("MZ self-extracting stub").inspect(folder);

    assertThat(counted.accepted()).as("%s", counted.problems()).isTrue();
    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found)).containsExactly(ScormFinding.PREFIXED.code());
    assertThat(found.problems().get(0).message()).contains("23");
  }

  @Test
  void a_prefixed_zip64_archive_imports_with_an_extensible_data_sector() {
    byte[] misleading = new byte[200]; // holds the signature of the record, without its size
    System.arraycopy(new byte[] {'P', 'K', 6, 6}, 0, misleading, 100, 4);

    for (byte[] sector : List.of(new byte[1], misleading, new byte[0xFFFF])) {
      PackageInspection plain = zip(scorm12()).zip64(sector).inspect(folder);
      PackageInspection counted =
          zip(scorm12()).zip64(sector).prefixed("MZ stub").counted().inspect(folder);
      PackageInspection found = zip(scorm12()).zip64(sector).prefixed("MZ stub").inspect(folder);

      assertThat(plain.accepted()).as("%s", plain.problems()).isTrue();
      assertThat(counted.accepted()).as("%s", counted.problems()).isTrue();
      assertThat(found.accepted()).as("%s", found.problems()).isTrue();
      assertThat(codes(found)).containsExactly(ScormFinding.PREFIXED.code());
    }
  }

  @Test
  void an_archive_whose_comment_holds_the_signature_of_an_end_record_imports() {
    byte[] signature = {'s', 'e', 'e', ' ', 'P', 'K', 5, 6, ' ', 'i', 'n', 's', 'i', 'd', 'e'};
    byte[] nothing = new TestZip().bytes(); // an empty archive is nothing but an end record

    for (byte[] comment :
        List.of(signature, Arrays.copyOf(signature, 60), nothing, Arrays.copyOf(nothing, 90))) {
      PackageInspection found = zip(scorm12()).commented(comment).inspect(folder);
      PackageInspection found64 = zip(scorm12()).zip64().commented(comment).inspect(folder);

      assertThat(found.accepted()).as("%s", found.problems()).isTrue();
      assertThat(found64.accepted()).as("%s", found64.problems()).isTrue();
      assertThat(codes(found)).isEmpty();
    }
  }

  @Test
  void an_archive_with_a_comment_and_with_bytes_behind_its_end_imports() {
    byte[] zip = zip(scorm12())
        .commented("made on a Monday".getBytes(StandardCharsets.UTF_8))
        .bytes();
    Path padded = TestZip.write(folder, Arrays.copyOf(zip, zip.length + 700));

    assertThat(PackageInspection.of(padded, PackageOptions.DEFAULT).accepted()).isTrue();
  }

  @Test
  void a_zip64_locator_that_leads_nowhere_is_refused() {
    byte[] zip = zip(scorm12()).zip64().bytes();
    zip[zip.length - 22 - 20 - 56] = 'x';

    PackageInspection found =
        PackageInspection.of(TestZip.write(folder, zip), PackageOptions.DEFAULT);

    refused(found, ScormFinding.DAMAGED);
    assertThat(found.problems().get(0).message()).contains("zip64 directory is missing");
  }

  @Test
  void an_entry_that_the_directory_misplaces_is_named() {
    for (int field : List.of(20, 42)) { // its packed size, and where it begins
      byte[] zip = zip(scorm12()).bytes();
      int record = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
      zip[record + field + 2] = 1;

      PackageInspection found =
          PackageInspection.of(TestZip.write(folder, zip), PackageOptions.DEFAULT);

      refused(found, ScormFinding.DAMAGED);
      assertThat(found.problems().get(0).message())
          .contains("index.html")
          .endsWith("central directory. Export the package again.")
          .doesNotContain("Channel");
    }
  }

  @Test
  void stored_and_streamed_entries_import() {
    PackageInspection found = new TestZip()
        .file("imsmanifest.xml", scorm12())
        .last(e -> e.method = 0)
        .file("index.html", PAGE)
        .last(e -> e.flags = 8)
        .inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.accepted()).isTrue();
  }

  @Test
  void an_empty_file_is_refused() {
    refused(
        PackageInspection.of(TestZip.write(folder, new byte[0]), PackageOptions.DEFAULT),
        ScormFinding.FILE_EMPTY);
  }

  @Test
  void what_is_no_zip_is_refused_and_called_by_its_name() {
    PackageInspection found = PackageInspection.of(
        TestZip.write(folder, "%PDF-1.7 something".getBytes(StandardCharsets.US_ASCII)),
        PackageOptions.DEFAULT);

    refused(found, ScormFinding.NOT_A_ZIP);
    assertThat(found.problems().get(0).message()).contains("a PDF document");
  }

  @Test
  void a_truncated_archive_is_refused() {
    byte[] whole = zip(scorm12()).bytes();

    refused(
        PackageInspection.of(
            TestZip.write(folder, Arrays.copyOf(whole, whole.length / 2)), PackageOptions.DEFAULT),
        ScormFinding.TRUNCATED);
  }

  @Test
  void an_archive_without_files_is_refused() {
    refused(new TestZip().file("folder/", "").inspect(folder), ScormFinding.NO_FILES);
  }

  @Test
  void an_archive_without_manifest_is_refused() {
    refused(new TestZip().file("data.bin", "x").inspect(folder), ScormFinding.MANIFEST_MISSING);
  }

  @Test
  void other_standards_are_called_by_their_names() {
    other(
        new TestZip().file("cmi5.xml", "<x/>").file("index.html", PAGE),
        ScormFinding.STANDARD_CMI5,
        "cmi5");
    other(
        new TestZip().file("course.crs", "x").file("course.au", "x"),
        ScormFinding.STANDARD_AICC,
        "AICC");
    other(
        new TestZip().file("C.CRS", "x").file("C.DES", "x").file("index.html", PAGE),
        ScormFinding.STANDARD_AICC,
        "AICC");
    other(
        new TestZip().file("tincan.xml", "<x/>").file("a.html", PAGE),
        ScormFinding.STANDARD_XAPI,
        "other");
    other(
        new TestZip().file("index.html", PAGE).file("a.js", "x"),
        ScormFinding.STANDARD_WEB,
        "other");
  }

  private void other(TestZip zip, ScormFinding finding, String standard) {
    PackageInspection found = zip.inspect(folder);

    refused(found, finding);
    assertThat(found.standard().title()).isEqualTo(standard);
  }

  @Test
  void a_zip_in_a_zip_is_refused_but_a_download_in_a_course_is_not() {
    byte[] inner = zip(scorm12()).bytes();

    refused(new TestZip().file("course.zip", inner).inspect(folder), ScormFinding.ZIP_IN_ZIP);
    assertThat(zip(scorm12()).file("downloads/files.zip", inner).inspect(folder).problems())
        .isEmpty();
  }

  @Test
  void progress_reaches_the_size_of_the_package() {
    List<Long> heard = new ArrayList<>();
    PackageOptions options = PackageOptions.DEFAULT.withProgress((file, bytes, total) -> {
      assertThat(bytes).isLessThanOrEqualTo(total);
      heard.add(bytes);
    });

    PackageInspection found = zip(scorm12()).inspect(folder, options);

    assertThat(heard).isSorted();
    assertThat(heard.get(heard.size() - 1)).isEqualTo(found.bytes());
  }

  @Test
  void findings_of_one_kind_are_cut_off_and_counted() {
    StringBuilder files = new StringBuilder("<resource identifier=\"R1\" type=\"webcontent\""
        + " adlcp:scormtype=\"sco\" href=\"index.html\">");
    for (int i = 0; i < 150; i++) {
      files.append("<file href=\"no").append(i).append(".png\"/>");
    }

    PackageInspection found = zip(scorm12(
            TestManifest.item(""), files.append("</resource>").toString()))
        .inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(found.problems()).hasSize(101);
    assertThat(found.problems().get(100).code()).isEqualTo(ScormFinding.MORE_OF_THIS_KIND.code());
    assertThat(found.problems().get(100).message()).startsWith("50 more");
  }

  static void refused(PackageInspection found, ScormFinding finding) {
    assertThat(found.accepted()).isFalse();
    assertThat(found.problems().stream().filter(Problem::isError).map(Problem::code))
        .as("%s", found.problems())
        .containsExactly(finding.code());
  }
}
