package org.lmskit.scorm.cts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lmskit.scorm.ScormCourse;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.read.ManifestReader;

/** The packages of the cases: their manifests alone, whatever file they name is there. */
public final class CtsPackages {
  private static final FileNames ALL = new FileNames() {
    @Override
    public boolean contains(String path) {
      return true;
    }

    @Override
    public Optional<String> findSimilar(String path) {
      return Optional.of(path);
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.empty();
    }
  };
  private final Path folder;
  private final Map<String, ScormCourse> courses = new HashMap<>();

  /** The packages of a folder with {@code manifests} and {@code cases}. */
  public CtsPackages(Path folder) {
    this.folder = folder;
  }

  CtsPackages unread() {
    return new CtsPackages(folder);
  }

  boolean contains(String name) {
    return Files.exists(file(name));
  }

  /** The manifest of a package as it is in the suite. */
  public byte[] manifest(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The course of a package. */
  public ScormCourse course(String name) {
    return courses.computeIfAbsent(name, key -> {
      var reader = ManifestReader.parse(manifest(key), "imsmanifest.xml", new Findings());
      return ScormCourse.of(reader.resolve(ALL, true));
    });
  }

  /** Writes a package as a ZIP whose launched files all are this page. */
  public Path zip(String name, String page, Path directory) {
    var course = course(name);
    var paths = new TreeSet<String>();
    course
        .tree()
        .activities()
        .forEach(activity -> course
            .item(activity.id())
            .map(Item::launch)
            .ifPresent(launch -> paths.add(launch.path())));
    var file = directory.resolve(name + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("imsmanifest.xml"));
      zip.write(manifest(name));
      for (String path : paths) {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(page.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private Path file(String name) {
    return folder.resolve("manifests").resolve(name + ".xml");
  }
}
