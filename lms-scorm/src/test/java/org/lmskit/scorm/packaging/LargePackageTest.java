package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.store.InMemoryStore;

/** Packages beyond 4 GB and with zip64 headers. */
class LargePackageTest {
  private static final long FIVE_GB = 5_000_000_000L;

  @TempDir
  Path folder;

  @Test
  void a_small_archive_with_zip64_headers_imports() throws IOException {
    Path zip = write(100_000, Zip64Mode.Always);

    PackageInspection found = PackageInspection.of(zip, PackageOptions.DEFAULT);

    assertThat(found.problems()).isEmpty();
    assertThat(found.accepted()).isTrue();
  }

  @Test
  @Tag("long")
  void a_package_of_5_gb_is_imported_in_a_heap_of_128_mb()
      throws IOException, InterruptedException {
    Path zip = write(FIVE_GB, Zip64Mode.AsNeeded);
    String java = ProcessHandle.current().info().command().orElse("java");

    Process process = new ProcessBuilder(
            java,
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Importer.class.getName(),
            zip.toString(),
            folder.resolve("content").toString())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(output.strip()).endsWith("imported, video.bin has " + FIVE_GB + " bytes");
    assertThat(process.exitValue()).isZero();
  }

  /** Imports a package into a folder of content, in its own process. */
  static final class Importer {
    private Importer() {}

    public static void main(String[] arguments) {
      DirectoryContentStore content = DirectoryContentStore.at(Path.of(arguments[1]));
      Lms lms = Lms.on(new InMemoryStore(), content).module(Scorm.MODULE).build();
      ScormPackage imported = Scorm.of(lms).importPackage(Path.of(arguments[0])).packageOrThrow();
      Sha256 hash = imported.find("video.bin").orElseThrow().hash();
      long bytes = content.find(TenantId.DEFAULT, hash).orElseThrow().size();
      System.out.println("imported, video.bin has " + bytes + " bytes");
    }
  }

  /** A package whose video is of this size and packs about fifty to one. */
  private Path write(long size, Zip64Mode mode) throws IOException {
    Path zip = folder.resolve("large.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      out.setUseZip64(mode);
      out.setLevel(1);
      add(out, "imsmanifest.xml", TestManifest.scorm12());
      add(out, "index.html", TestManifest.PAGE);
      out.putArchiveEntry(new ZipArchiveEntry("video.bin"));
      writeVideo(out, size);
      out.closeArchiveEntry();
    }
    return zip;
  }

  /** Blocks that begin with noise of their own, so that no block packs by repeating another. */
  private static void writeVideo(ZipArchiveOutputStream out, long size) throws IOException {
    Random random = new Random(1);
    byte[] noise = new byte[150];
    byte[] block = new byte[10_000];
    for (long written = 0; written < size; written += block.length) {
      random.nextBytes(noise);
      System.arraycopy(noise, 0, block, 0, noise.length);
      out.write(block);
    }
  }

  private static void add(ZipArchiveOutputStream out, String name, String text) throws IOException {
    out.putArchiveEntry(new ZipArchiveEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeArchiveEntry();
  }
}
