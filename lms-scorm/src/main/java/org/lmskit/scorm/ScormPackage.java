package org.lmskit.scorm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.catalog.UnitContent;
import org.lmskit.model.Sha256;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.store.Kind;

/**
 * An imported package; it never changes. Importing a changed package makes another one.
 *
 * @param id names it in units
 * @param importedAt when
 * @param manifest with all repairs
 * @param compatibility how its content is treated where the standard is too strict for it
 * @param files all of them by their paths relative to the manifest
 */
public record ScormPackage(
    String id,
    Instant importedAt,
    Manifest manifest,
    Compatibility compatibility,
    Map<String, StoredFile> files) {
  /** The name of the content type of SCORM units. */
  public static final String CONTENT_TYPE = "scorm";

  static final Kind<ScormPackage> KIND = Kind.<ScormPackage>mutable(
          "scorm_package", ScormPackage::id)
      .time(ScormPackage::importedAt)
      .body(StoredPackage.BODY);

  /**
   * A file in the content store.
   *
   * @param hash of its bytes
   * @param size in bytes
   */
  public record StoredFile(Sha256 hash, long size) {}

  /** Copies the map. */
  public ScormPackage {
    files = Map.copyOf(files);
  }

  /** The title of the organization that is delivered. */
  public String title() {
    return manifest.organization().title();
  }

  /** What a unit of a course is made of to run this package. */
  public UnitContent content() {
    List<Sha256> hashes = files.values().stream()
        .map(StoredFile::hash)
        .distinct()
        .sorted((a, b) -> a.hex().compareTo(b.hex()))
        .toList();
    return new UnitContent(CONTENT_TYPE, id, Map.of(), hashes);
  }

  /** The file of this path. */
  public Optional<StoredFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
