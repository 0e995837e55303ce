package org.lmskit.workforce;

import java.time.ZoneId;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a host tells of a person. All of it can be absent, and all of it goes when he is erased.
 *
 * @param name as it is printed; empty if unknown
 * @param email empty if unknown
 * @param language a BCP 47 tag, such as {@code pt-PT}; empty if unknown
 * @param zoneOrNull for display; civil days follow his appointment or the tenant
 * @param attributes what else audiences may ask for, sorted by name
 */
public record LearnerProfile(
    String name,
    String email,
    String language,
    @Nullable ZoneId zoneOrNull,
    Map<String, String> attributes) {
  /** Nothing is known. */
  public static final LearnerProfile UNKNOWN = new LearnerProfile("", "", "", null, Map.of());

  /** @throws IllegalArgumentException if the language is no BCP 47 tag */
  public LearnerProfile {
    checkLanguage(language);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** A person of whom only the name is known. */
  public static LearnerProfile named(String name) {
    return new LearnerProfile(name, "", "", null, Map.of());
  }

  /** The same with this e-mail address. */
  public LearnerProfile withEmail(String address) {
    return new LearnerProfile(name, address, language, zoneOrNull, attributes);
  }

  /** The same with this language, a BCP 47 tag. */
  public LearnerProfile withLanguage(String tag) {
    return new LearnerProfile(name, email, tag, zoneOrNull, attributes);
  }

  /** The same with this zone for display. */
  public LearnerProfile withZone(ZoneId zone) {
    return new LearnerProfile(name, email, language, zone, attributes);
  }

  /** The same with this attribute added or replaced. */
  public LearnerProfile withAttribute(String attribute, String value) {
    TreeMap<String, String> more = new TreeMap<>(attributes);
    more.put(attribute, value);
    return new LearnerProfile(name, email, language, zoneOrNull, more);
  }

  /** The zone for display. */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(zoneOrNull);
  }

  /** The locale of his language; the root locale if unknown. */
  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  private static void checkLanguage(String tag) {
    if (tag.isEmpty()) {
      return;
    }
    try {
      new Locale.Builder().setLanguageTag(tag);
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("not a BCP 47 language tag: " + tag, e);
    }
  }
}
