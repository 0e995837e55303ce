package org.lmskit.scorm.packaging;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.lmskit.scorm.archive.ArchiveLimits;
import org.lmskit.scorm.archive.ProgressListener;
import org.lmskit.scorm.runtime.Switch;

/**
 * How packages are read, and how their content is treated.
 *
 * @param limits how much an archive may unpack to
 * @param externalAllowed whether content may lie outside of the package, at http or https addresses
 * @param locale the language of the findings' texts; English where there is no other
 * @param progress hears how far the reading is
 * @param switches the compatibility switches that differ from the defaults of the package's version;
 *     what is imported keeps them
 */
public record PackageOptions(
    ArchiveLimits limits,
    boolean externalAllowed,
    Locale locale,
    ProgressListener progress,
    Map<Switch, Integer> switches) {
  /** The default limits, external content with a warning, English, no listener, no switches. */
  public static final PackageOptions DEFAULT = new PackageOptions(
      ArchiveLimits.DEFAULT, true, Locale.ENGLISH, ProgressListener.none(), Map.of());

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if the value of a switch is negative
   */
  public PackageOptions {
    switches.forEach(Switch::check);
    switches = Map.copyOf(switches);
  }

  /** The same with other limits. */
  public PackageOptions withLimits(ArchiveLimits other) {
    return new PackageOptions(other, externalAllowed, locale, progress, switches);
  }

  /** The same with external content allowed or refused. */
  public PackageOptions withExternalAllowed(boolean allowed) {
    return new PackageOptions(limits, allowed, locale, progress, switches);
  }

  /** The same with texts in another language. */
  public PackageOptions withLocale(Locale other) {
    return new PackageOptions(limits, externalAllowed, other, progress, switches);
  }

  /** The same with a listener. */
  public PackageOptions withProgress(ProgressListener listener) {
    return new PackageOptions(limits, externalAllowed, locale, listener, switches);
  }

  /**
   * The same with a compatibility switch; 1 or 0 for one that is on or off.
   *
   * @throws IllegalArgumentException if the value is negative
   */
  public PackageOptions with(Switch which, int value) {
    var next = new EnumMap<Switch, Integer>(Switch.class);
    next.putAll(switches);
    next.put(which, value);
    return new PackageOptions(limits, externalAllowed, locale, progress, next);
  }
}
