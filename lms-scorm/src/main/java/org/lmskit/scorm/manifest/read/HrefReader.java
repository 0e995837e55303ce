package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.BASE_SLASH;
import static org.lmskit.scorm.finding.ScormFinding.EXTERNAL_HREF;
import static org.lmskit.scorm.finding.ScormFinding.EXTERNAL_REFUSED;
import static org.lmskit.scorm.finding.ScormFinding.HREF_ABSOLUTE;
import static org.lmskit.scorm.finding.ScormFinding.HREF_BACKSLASH;
import static org.lmskit.scorm.finding.ScormFinding.HREF_CASE;
import static org.lmskit.scorm.finding.ScormFinding.HREF_CLIMBS;
import static org.lmskit.scorm.finding.ScormFinding.HREF_ENCODING;
import static org.lmskit.scorm.finding.ScormFinding.HREF_ILLEGAL;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.bind.BoundNode;

/** Finds the file that an href means, however it is written. */
final class HrefReader {
  /** What a URL must not have: raw characters, a lone percent sign, a letter of Latin-1. */
  private static final Pattern UNENCODED =
      Pattern.compile("[ \"<>`{}]|%(?![0-9A-Fa-f]{2})|%[C-Fc-f][0-9A-Fa-f](?!%[89ABab])");

  private final FileNames files;
  private final boolean externalAllowed;
  private final Report report;

  HrefReader(FileNames files, boolean externalAllowed, Report report) {
    this.files = files;
    this.externalAllowed = externalAllowed;
    this.report = report;
  }

  HrefReader reportingTo(Report other) {
    return other == report ? this : new HrefReader(files, externalAllowed, other);
  }

  /**
   * What was found.
   *
   * @param href where it is, or would be
   * @param missing whether no such file is in the package
   */
  record Found(Href href, boolean missing) {}

  /** Where a relative or absolute href leads; absent, with a finding, if it must not be followed. */
  Optional<Found> read(Base base, String written, BoundNode at) {
    String href = slashed(written.strip(), at);
    String url = Base.join(base.strict(), href);
    if (Base.isAbsolute(url)) {
      // a page of the player may have another scheme than the one for which this was written
      return external(url.startsWith("//") ? "https:" + url : url, at);
    }
    if (href.startsWith("/")) {
      report.add(HREF_ABSOLUTE, at, written);
    }
    Optional<Found> strict = inPackage(url, href, at);
    if (strict.isEmpty() || !strict.get().missing()) {
      return strict;
    }
    return asFolder(base, href, at).or(() -> marked(base, href, at)).or(() -> strict);
  }

  private Optional<Found> asFolder(Base base, String href, BoundNode at) {
    if (!base.forgetsSlash()) {
      return Optional.empty();
    }
    Optional<Found> found =
        inPackage(Base.join(base.asFolder(), href), href, at).filter(f -> !f.missing());
    found.ifPresent(f -> report.add(BASE_SLASH, at, base.strict()));
    return found;
  }

  private Optional<Found> marked(Base base, String href, BoundNode at) {
    if (!base.hasMarks()) {
      return Optional.empty();
    }
    Optional<Found> found =
        inPackage(Base.join(base.literal(), href), href, at).filter(f -> !f.missing());
    found.ifPresent(f -> report.add(HREF_ENCODING, at, href, f.href().path()));
    return found;
  }

  private Optional<Found> external(String url, BoundNode at) {
    String scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      report.add(HREF_ILLEGAL, at, scheme);
      return Optional.empty();
    }
    if (!externalAllowed) {
      report.add(EXTERNAL_REFUSED, at, url);
      return Optional.empty();
    }
    report.add(EXTERNAL_HREF, at, url);
    return Optional.of(new Found(Href.parse(url, true), false));
  }

  private Optional<Found> inPackage(String url, String href, BoundNode at) {
    Href parsed = Href.parse(url, false);
    Optional<String> path = Base.resolve(parsed.path());
    if (path.isEmpty()) {
      report.add(HREF_CLIMBS, at, href);
      return Optional.empty();
    }
    Href meant = at(parsed, path.get());
    if (files.contains(path.get())) {
      if (UNENCODED.matcher(href).find()) {
        report.add(HREF_ENCODING, at, href, path.get());
      }
      return Optional.of(new Found(meant, false));
    }
    return Optional.of(literal(parsed, url, at)
        .or(() -> similar(parsed, path.get(), at))
        .map(found -> new Found(found, false))
        .orElse(new Found(meant, true)));
  }

  /** A file whose very name has the percent signs, or the ? and #, of the href. */
  private Optional<Href> literal(Href parsed, String url, BoundNode at) {
    int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
    int query = url.indexOf('?') < 0 ? end : Math.min(end, url.indexOf('?'));
    String raw = url.substring(0, query);
    String found = Base.resolve(raw).filter(files::contains).orElse("");
    if (!found.isEmpty()) {
      report.add(HREF_ENCODING, at, url, found);
      return Optional.of(at(parsed, found));
    }
    if (query < url.length() && files.contains(url)) {
      report.add(HREF_ENCODING, at, url, url);
      return Optional.of(Href.file(url));
    }
    return Optional.empty();
  }

  private Optional<Href> similar(Href parsed, String path, BoundNode at) {
    Optional<String> found = files.findSimilar(path);
    found.ifPresent(file -> report.add(HREF_CASE, at, path, file));
    return found.map(file -> at(parsed, file));
  }

  private String slashed(String href, BoundNode at) {
    int query = href.indexOf('?') < 0 ? href.length() : href.indexOf('?');
    if (href.lastIndexOf('\\', query) < 0) {
      return href;
    }
    report.add(HREF_BACKSLASH, at, href);
    return href.substring(0, query).replace('\\', '/') + href.substring(query);
  }

  private static Href at(Href parsed, String path) {
    return new Href(path, parsed.query(), parsed.fragment(), false);
  }
}
