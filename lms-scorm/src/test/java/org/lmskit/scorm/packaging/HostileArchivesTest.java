package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.ArchivePitfallsTest.refused;
import static org.lmskit.scorm.packaging.TestManifest.PAGE;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.archive.ArchiveLimits;
import org.lmskit.scorm.finding.ScormFinding;

/** Archives that must not be trusted: made to do harm, or not what they say. */
class HostileArchivesTest {
  @TempDir
  Path folder;

  @Test
  void entries_that_lead_out_of_the_package_are_refused() {
    refused(zip(scorm12()).file("../evil.html", "x").inspect(folder), ScormFinding.PATH_CLIMBS);
    refused(
        zip(scorm12()).file("a/..\\../evil.html", "x").inspect(folder), ScormFinding.PATH_CLIMBS);
    refused(zip(scorm12()).file("/etc/passwd", "x").inspect(folder), ScormFinding.PATH_ABSOLUTE);
    refused(
        zip(scorm12()).file("\\\\host\\share", "x").inspect(folder), ScormFinding.PATH_ABSOLUTE);
    refused(zip(scorm12()).file("C:\\evil.exe", "x").inspect(folder), ScormFinding.PATH_DRIVE);
    refused(zip(scorm12()).file("a\u0000.html", "x").inspect(folder), ScormFinding.PATH_ILLEGAL);
  }

  @Test
  void a_name_that_climbs_out_only_in_its_real_character_set_is_refused() {
    TestZip zip = new TestZip()
        .file("imsmanifest.xml", scorm12(TestManifest.item(""), TestManifest.resource12("课程.html")))
        .named("课程.html", Charset.forName("GBK"), PAGE)
        .named("课/../../x.html", Charset.forName("GBK"), PAGE);

    refused(zip.inspect(folder), ScormFinding.PATH_CLIMBS);
  }

  @Test
  void symbolic_links_are_refused() {
    TestZip zip = zip(scorm12()).file("link.html", "/etc/passwd").last(e -> {
      e.madeBy = (3 << 8) | 20;
      e.externalAttributes = 0xA1FFL << 16;
    });

    refused(zip.inspect(folder), ScormFinding.SYMBOLIC_LINK);
  }

  @Test
  void overlapping_entries_are_refused() {
    TestZip.Entry again = new TestZip.Entry();
    again.name = "copy.html".getBytes(StandardCharsets.US_ASCII);
    again.withoutLocal = true;

    refused(zip(scorm12()).entry(again).inspect(folder), ScormFinding.OVERLAPPING);
  }

  @Test
  void encrypted_entries_are_refused() {
    refused(
        new TestZip().file("imsmanifest.xml", scorm12()).last(e -> e.flags = 1).inspect(folder),
        ScormFinding.ENCRYPTED);
  }

  @Test
  void methods_that_scorm_does_not_allow_are_refused() {
    refused(
        zip(scorm12()).file("a.bin", "x").last(e -> e.method = 14).inspect(folder),
        ScormFinding.METHOD_UNSUPPORTED);
  }

  @Test
  void a_file_with_a_wrong_checksum_is_refused() {
    PackageInspection found =
        zip(scorm12()).file("media.bin", "hello").last(e -> e.claimedCrc = 1L).inspect(folder);

    refused(found, ScormFinding.ENTRY_DAMAGED);
    assertThat(found.problems().get(0).location()).isEqualTo("media.bin");
  }

  @Test
  void a_bomb_by_ratio_is_refused_while_it_inflates_whatever_its_header_claims() {
    PackageOptions options = limits(ArchiveLimits.DEFAULT.withMaxRatio(100, 100_000));
    byte[] zeros = new byte[5_000_000];

    refused(
        zip(scorm12()).file("zeros.bin", zeros).inspect(folder, options),
        ScormFinding.RATIO_TOO_HIGH);
    refused(
        zip(scorm12())
            .file("zeros.bin", zeros)
            .last(e -> e.claimedSize = 10L)
            .inspect(folder, options),
        ScormFinding.RATIO_TOO_HIGH);
  }

  @Test
  void a_bomb_by_total_size_is_refused_by_its_headers_and_by_what_it_inflates_to() {
    PackageOptions options = limits(ArchiveLimits.DEFAULT.withMaxTotalBytes(50_000));
    byte[] noise = new byte[60_000];
    new Random(7).nextBytes(noise);

    refused(zip(scorm12()).file("big.bin", noise).inspect(folder, options), ScormFinding.TOO_LARGE);
    refused(
        zip(scorm12())
            .file("big.bin", noise)
            .last(e -> e.claimedSize = 10L)
            .inspect(folder, options),
        ScormFinding.TOO_LARGE);
  }

  @Test
  void a_bomb_by_one_file_is_refused() {
    PackageOptions options = limits(ArchiveLimits.DEFAULT.withMaxEntryBytes(10_000));

    refused(
        zip(scorm12()).file("big.bin", new byte[10_001]).inspect(folder, options),
        ScormFinding.ENTRY_TOO_LARGE);
    refused(
        zip(scorm12())
            .file("big.bin", new byte[10_001])
            .last(e -> e.claimedSize = 1L)
            .inspect(folder, options),
        ScormFinding.ENTRY_TOO_LARGE);
  }

  @Test
  void a_bomb_by_number_of_entries_is_refused_before_they_are_loaded() {
    TestZip zip = zip(scorm12());
    for (int i = 0; i < 30; i++) {
      zip.file("f" + i, "");
    }

    refused(
        zip.inspect(folder, limits(ArchiveLimits.DEFAULT.withMaxEntries(20))),
        ScormFinding.TOO_MANY_ENTRIES);
  }

  @Test
  void a_manifest_beyond_its_limit_is_refused() {
    PackageOptions options = limits(ArchiveLimits.DEFAULT.withMaxManifestBytes(100));

    refused(zip(scorm12()).inspect(folder, options), ScormFinding.MANIFEST_TOO_LARGE);
  }

  private static PackageOptions limits(ArchiveLimits limits) {
    return PackageOptions.DEFAULT.withLimits(limits);
  }
}
