package org.lmskit.scorm.packaging;

import java.util.Locale;
import org.lmskit.scorm.archive.ArchiveLimits;
import org.lmskit.scorm.archive.ProgressListener;

/**
 * How packages are read.
 *
 * @param limits how much an archive may unpack to
 * @param externalAllowed whether content may lie outside of the package, at http or https addresses
 * @param locale the language of the findings' texts; English where there is no other
 * @param progress hears how far the reading is
 */
public record PackageOptions(
    ArchiveLimits limits, boolean externalAllowed, Locale locale, ProgressListener progress) {
  /** The default limits, external content with a warning, English, no listener. */
  public static final PackageOptions DEFAULT =
      new PackageOptions(ArchiveLimits.DEFAULT, true, Locale.ENGLISH, ProgressListener.none());

  /** The same with other limits. */
  public PackageOptions withLimits(ArchiveLimits other) {
    return new PackageOptions(other, externalAllowed, locale, progress);
  }

  /** The same with external content allowed or refused. */
  public PackageOptions withExternalAllowed(boolean allowed) {
    return new PackageOptions(limits, allowed, locale, progress);
  }

  /** The same with texts in another language. */
  public PackageOptions withLocale(Locale other) {
    return new PackageOptions(limits, externalAllowed, other, progress);
  }

  /** The same with a listener. */
  public PackageOptions withProgress(ProgressListener listener) {
    return new PackageOptions(limits, externalAllowed, locale, listener);
  }
}
