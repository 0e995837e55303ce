package org.lmskit.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lmskit.model.Sha256;

/**
 * What a unit is made of, as its content type understands it.
 *
 * @param type the name of the content type, such as {@code scorm} or {@code video}
 * @param reference what it is, in the words of that type: a package id, an address
 * @param settings how it is to be run, in the words of that type, sorted by name
 * @param files the digests of the files that it needs; they are kept as long as the version is
 */
public record UnitContent(
    String type, String reference, Map<String, String> settings, List<Sha256> files) {
  /** @throws IllegalArgumentException if the type is not a lower-case word */
  public UnitContent {
    if (!type.matches("[a-z][a-z0-9_-]{0,39}")) {
      throw new IllegalArgumentException("not the name of a content type: " + type);
    }
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    files = List.copyOf(files);
  }

  /** Content that needs no settings and no files of its own. */
  public static UnitContent of(String type, String reference) {
    return new UnitContent(type, reference, Map.of(), List.of());
  }

  /** The same with this setting added or replaced. */
  public UnitContent with(String setting, String value) {
    TreeMap<String, String> more = new TreeMap<>(settings);
    more.put(setting, value);
    return new UnitContent(type, reference, more, files);
  }
}
