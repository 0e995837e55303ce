package org.lmskit.scorm.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.scorm.finding.ScormFinding;

/** The files of an opened package by their paths. */
public final class PackageFiles implements FileNames {
  private final List<PackageFile> files;
  private final Map<String, PackageFile> byPath = new HashMap<>();
  private final Map<String, String> byFoldedPath = new HashMap<>();

  PackageFiles(List<PackageFile> files) {
    this.files = List.copyOf(files);
    for (PackageFile file : files) {
      byPath.put(file.path(), file);
      byFoldedPath.putIfAbsent(Folded.path(file.path()), file.path());
    }
  }

  /** All of them, the manifest included, in the order in which the archive has them. */
  public List<PackageFile> all() {
    return files;
  }

  /** How many there are. */
  public int size() {
    return files.size();
  }

  /** The unpacked bytes of all files, as the archive's directory claims. */
  public long totalBytes() {
    return files.stream().mapToLong(PackageFile::size).sum();
  }

  /** The file of exactly this path. */
  public Optional<PackageFile> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  @Override
  public boolean contains(String path) {
    return byPath.containsKey(path);
  }

  @Override
  public Optional<String> findSimilar(String path) {
    return contains(path)
        ? Optional.of(path)
        : Optional.ofNullable(byFoldedPath.get(Folded.path(path)));
  }

  @Override
  public Optional<byte[]> read(String path) {
    return find(path)
        .filter(PackageFile::isSmall)
        .map(f -> f.bytes(ScormFinding.MANIFEST_TOO_LARGE));
  }
}
