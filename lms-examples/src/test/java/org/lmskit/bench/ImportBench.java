package org.lmskit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.lmskit.Lms;
import org.lmskit.content.ContentStore;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.Sha256;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.packaging.OpenPackage;
import org.lmskit.scorm.packaging.PackageOptions;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * Measures import into empty stores against a bare read of the same entries with commons-compress:
 * {@code ImportBench ROUNDS SCOS OTHER_FILES BYTES PERCENT_OF_TEXT memory}, or {@code disk} for both. CPU time of the one thread, so that a busy machine counts
 * little; what a database or disk makes it wait for is not in it, so that the clock is printed too. Import into SQLite and a directory is compared with unpacking
 * into one directory, each file and then the directory forced to disk.
 */
public final class ImportBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ImportBench() {}

  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    Path zip = SamplePackage.zip(
        Integer.parseInt(args[1]),
        Integer.parseInt(args[2]),
        Integer.parseInt(args[3]),
        Integer.parseInt(args[4]));
    Path folder = Files.createTempDirectory("lmskit-bench");
    Measured bare = new Measured("bare read", () -> () -> read(zip, null));
    List<Measured> all = new ArrayList<>(List.of(
        bare,
        new Measured("bare read, each entry hashed", () -> () -> read(zip, Sha256.newDigest())),
        new Measured("read with all checks", () -> () -> checked(zip)),
        new Measured("imported into memory", () -> intoMemory(zip))));
    Measured unpacked = new Measured("unpacked and forced", () -> unpacking(zip, folder));
    Measured onDisk =
        new Measured("imported into SQLite and a directory", () -> ontoDisk(zip, folder));
    if (args[5].equals("disk")) {
      all.addAll(List.of(unpacked, onDisk));
    }
    for (int round = -rounds; round < rounds; round++) {
      for (Measured measured : all) {
        measured.run(round >= 0);
      }
    }
    System.out.printf(Locale.ROOT, "%,d bytes packed%n", Files.size(zip));
    all.forEach(measured -> measured.print(measured == onDisk ? unpacked : bare));
    delete(zip);
    delete(folder);
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static Work intoMemory(Path zip) {
    return imported(zip, new InMemoryStore(), new InMemoryContentStore());
  }

  private static Work ontoDisk(Path zip, Path folder) throws IOException {
    Path home = Files.createTempDirectory(folder, "import");
    Store store = JdbcStore.at("jdbc:sqlite:" + home.resolve("bench.db"), Lms.KINDS, Scorm.KINDS);
    Work work =
        imported(zip, store, DirectoryContentStore.at(home.resolve("content"), Clock.systemUTC()));
    return () -> {
      work.run();
      store.close();
    };
  }

  private static Work imported(Path zip, Store store, ContentStore content) {
    Scorm scorm = Scorm.of(Lms.on(store, content).module(Scorm.MODULE).build());
    return () -> scorm.importPackage(zip).packageOrThrow();
  }

  private static void read(Path zip, @Nullable MessageDigest digest) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        try (InputStream bytes = file.getInputStream(entry)) {
          for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
            if (digest != null) {
              digest.update(buffer, 0, n);
            }
          }
        }
        if (digest != null) {
          digest.digest();
        }
      }
    }
  }

  private static Work unpacking(Path zip, Path folder) throws IOException {
    Path home = Files.createTempDirectory(folder, "unpacked");
    return () -> unpack(zip, home);
  }

  private static void unpack(Path zip, Path home) throws IOException {
    List<Path> files = new ArrayList<>();
    try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        Path target = home.resolve(entry.getName());
        try (InputStream bytes = file.getInputStream(entry)) {
          Files.copy(bytes, target);
        }
        files.add(target);
      }
    }
    for (Path written : files) {
      force(written, StandardOpenOption.WRITE);
    }
    force(home, StandardOpenOption.READ);
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static void checked(Path zip) throws IOException {
    try (OpenPackage opened = OpenPackage.open(zip, PackageOptions.DEFAULT)) {
      for (var file : opened.files()) {
        try (InputStream bytes = file.open()) {
          bytes.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  /** What is measured. */
  private interface Work {
    void run() throws IOException;
  }

  /** Prepares what is measured, such as an empty store. */
  private interface Preparation {
    Work prepare() throws IOException;
  }

  private static final class Measured {
    private final String title;
    private final Preparation preparation;
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> clock = new ArrayList<>();

    Measured(String title, Preparation preparation) {
      this.title = title;
      this.preparation = preparation;
    }

    void run(boolean counts) throws IOException {
      Work work = preparation.prepare();
      long begun = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      work.run();
      long spent = THREADS.getCurrentThreadCpuTime() - begun;
      long passed = System.nanoTime() - start;
      if (counts) {
        cpu.add(spent / 1e6);
        clock.add(passed / 1e6);
      }
    }

    void print(Measured floor) {
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f ms of CPU, %.2f of the speed of \"%s\"; %.2f ms by the clock, %.2f%n",
          title,
          median(cpu),
          median(floor.cpu) / median(cpu),
          floor.title,
          median(clock),
          median(floor.clock) / median(clock));
    }

    private static double median(List<Double> values) {
      Collections.sort(values);
      return values.get(values.size() / 2);
    }
  }
}
