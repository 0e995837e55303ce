package org.lmskit.scorm.finding;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lmskit.model.Problem;
import org.lmskit.model.Reason;
import org.lmskit.model.Severity;

/**
 * Everything that reading a package can find. Codes and names are stable; the texts are in the
 * resource bundle {@code org.lmskit.scorm.finding.ScormFindings}, each ends in what to do.
 *
 * <p>Families: {@code SCORM-ARCHIVE} (the ZIP), {@code SCORM-STANDARD} (something other than SCORM),
 * {@code SCORM-XML} (the manifest's text), {@code SCORM-MANIFEST} (its meaning), {@code
 * SCORM-SEQUENCING} (sequencing definitions), {@code SCORM-REPORT} (about the list itself).
 */
public enum ScormFinding implements Reason {
  FILE_EMPTY("SCORM-ARCHIVE-001", Severity.ERROR),
  NOT_A_ZIP("SCORM-ARCHIVE-002", Severity.ERROR),
  TRUNCATED("SCORM-ARCHIVE-003", Severity.ERROR),
  DAMAGED("SCORM-ARCHIVE-004", Severity.ERROR),
  NO_FILES("SCORM-ARCHIVE-005", Severity.ERROR),
  ENCRYPTED("SCORM-ARCHIVE-006", Severity.ERROR),
  METHOD_UNSUPPORTED("SCORM-ARCHIVE-007", Severity.ERROR),
  OVERLAPPING("SCORM-ARCHIVE-008", Severity.ERROR),
  TOO_MANY_ENTRIES("SCORM-ARCHIVE-009", Severity.ERROR),
  TOO_LARGE("SCORM-ARCHIVE-010", Severity.ERROR),
  ENTRY_TOO_LARGE("SCORM-ARCHIVE-011", Severity.ERROR),
  RATIO_TOO_HIGH("SCORM-ARCHIVE-012", Severity.ERROR),
  PATH_CLIMBS("SCORM-ARCHIVE-013", Severity.ERROR),
  PATH_ABSOLUTE("SCORM-ARCHIVE-014", Severity.ERROR),
  PATH_DRIVE("SCORM-ARCHIVE-015", Severity.ERROR),
  SYMBOLIC_LINK("SCORM-ARCHIVE-016", Severity.ERROR),
  PATH_ILLEGAL("SCORM-ARCHIVE-017", Severity.ERROR),
  ENTRY_DAMAGED("SCORM-ARCHIVE-018", Severity.ERROR),
  SPLIT("SCORM-ARCHIVE-019", Severity.ERROR),
  MANIFEST_MISSING("SCORM-ARCHIVE-020", Severity.ERROR),
  TWO_FOLDERS("SCORM-ARCHIVE-021", Severity.ERROR),
  ZIP_IN_ZIP("SCORM-ARCHIVE-022", Severity.ERROR),
  MANIFEST_TOO_LARGE("SCORM-ARCHIVE-023", Severity.ERROR),
  BACKSLASHES("SCORM-ARCHIVE-030", Severity.WARNING),
  NAME_CHARSET("SCORM-ARCHIVE-031", Severity.WARNING),
  IGNORED_FILES("SCORM-ARCHIVE-032", Severity.WARNING),
  DUPLICATE("SCORM-ARCHIVE-033", Severity.WARNING),
  PREFIXED("SCORM-ARCHIVE-034", Severity.WARNING),
  SUBFOLDER("SCORM-ARCHIVE-035", Severity.WARNING),
  MANIFEST_CASE("SCORM-ARCHIVE-036", Severity.WARNING),
  OUTSIDE_FOLDER("SCORM-ARCHIVE-037", Severity.WARNING),
  STANDARD_CMI5("SCORM-STANDARD-001", Severity.ERROR),
  STANDARD_AICC("SCORM-STANDARD-002", Severity.ERROR),
  STANDARD_XAPI("SCORM-STANDARD-003", Severity.ERROR),
  STANDARD_QTI("SCORM-STANDARD-004", Severity.ERROR),
  STANDARD_COMMON_CARTRIDGE("SCORM-STANDARD-005", Severity.ERROR),
  STANDARD_WEB("SCORM-STANDARD-006", Severity.ERROR),
  XML_MALFORMED("SCORM-XML-001", Severity.ERROR),
  XML_ENTITY("SCORM-XML-002", Severity.ERROR),
  XML_EXTERNAL_DTD("SCORM-XML-003", Severity.ERROR),
  XML_TOO_DEEP("SCORM-XML-004", Severity.ERROR),
  XML_NOT_A_MANIFEST("SCORM-XML-005", Severity.ERROR),
  XML_EMPTY("SCORM-XML-006", Severity.ERROR),
  XML_DOCTYPE("SCORM-XML-010", Severity.WARNING),
  XML_BOM("SCORM-XML-011", Severity.WARNING),
  XML_UTF16("SCORM-XML-012", Severity.WARNING),
  XML_ENCODING("SCORM-XML-013", Severity.WARNING),
  XML_LEADING_SPACE("SCORM-XML-014", Severity.WARNING),
  XML_PREFIX_REPAIRED("SCORM-XML-015", Severity.WARNING),
  XML_PREFIX_UNKNOWN("SCORM-XML-016", Severity.WARNING),
  XML_NAMESPACE_MISSING("SCORM-XML-017", Severity.WARNING),
  XML_NAMESPACE_ODD("SCORM-XML-018", Severity.WARNING),
  NOTHING_TO_LAUNCH("SCORM-MANIFEST-001", Severity.ERROR),
  LAUNCH_FILE_MISSING("SCORM-MANIFEST-002", Severity.ERROR),
  HREF_CLIMBS("SCORM-MANIFEST-003", Severity.ERROR),
  EXTERNAL_REFUSED("SCORM-MANIFEST-004", Severity.ERROR),
  SUBMANIFEST_CYCLE("SCORM-MANIFEST-005", Severity.ERROR),
  HREF_ILLEGAL("SCORM-MANIFEST-006", Severity.ERROR),
  TOO_MANY_ITEMS("SCORM-MANIFEST-007", Severity.ERROR),
  SCHEMA_VERSION_MISSING("SCORM-MANIFEST-020", Severity.WARNING),
  SCHEMA_VERSION_ODD("SCORM-MANIFEST-021", Severity.WARNING),
  SCHEMA_VERSION_CONFLICT("SCORM-MANIFEST-022", Severity.WARNING),
  DEFAULT_ORGANIZATION_UNKNOWN("SCORM-MANIFEST-023", Severity.WARNING),
  ORGANIZATION_CREATED("SCORM-MANIFEST-024", Severity.WARNING),
  TITLE_MISSING("SCORM-MANIFEST-025", Severity.WARNING),
  REFERENCE_DANGLING("SCORM-MANIFEST-026", Severity.WARNING),
  IDENTIFIER_SPACE("SCORM-MANIFEST-027", Severity.WARNING),
  IDENTIFIER_DUPLICATE("SCORM-MANIFEST-028", Severity.WARNING),
  IDENTIFIER_MISSING("SCORM-MANIFEST-029", Severity.WARNING),
  SCORM_TYPE_CASE("SCORM-MANIFEST-030", Severity.WARNING),
  SCORM_TYPE_MISSING("SCORM-MANIFEST-031", Severity.WARNING),
  SCORM_TYPE_ODD("SCORM-MANIFEST-032", Severity.WARNING),
  HREF_CASE("SCORM-MANIFEST-033", Severity.WARNING),
  HREF_BACKSLASH("SCORM-MANIFEST-034", Severity.WARNING),
  HREF_ENCODING("SCORM-MANIFEST-035", Severity.WARNING),
  FILE_MISSING("SCORM-MANIFEST-036", Severity.WARNING),
  EXTERNAL_HREF("SCORM-MANIFEST-037", Severity.WARNING),
  BASE_SLASH("SCORM-MANIFEST-038", Severity.WARNING),
  METADATA_FILE_MISSING("SCORM-MANIFEST-039", Severity.WARNING),
  METADATA_UNREADABLE("SCORM-MANIFEST-040", Severity.WARNING),
  NUMBER_COMMA("SCORM-MANIFEST-041", Severity.WARNING),
  NUMBER_RANGE("SCORM-MANIFEST-042", Severity.WARNING),
  NUMBER_UNREADABLE("SCORM-MANIFEST-043", Severity.WARNING),
  VALUE_UNKNOWN("SCORM-MANIFEST-044", Severity.WARNING),
  VALUE_REPAIRED("SCORM-MANIFEST-045", Severity.WARNING),
  DURATION_UNREADABLE("SCORM-MANIFEST-046", Severity.WARNING),
  DEPENDENCY_DANGLING("SCORM-MANIFEST-047", Severity.WARNING),
  CLUSTER_REFERENCE("SCORM-MANIFEST-048", Severity.WARNING),
  PREREQUISITES_UNREADABLE("SCORM-MANIFEST-049", Severity.WARNING),
  PREREQUISITE_UNKNOWN("SCORM-MANIFEST-050", Severity.WARNING),
  RESOURCE_WITHOUT_HREF("SCORM-MANIFEST-051", Severity.WARNING),
  SUBMANIFEST_IMPORTED("SCORM-MANIFEST-052", Severity.WARNING),
  HREF_ABSOLUTE("SCORM-MANIFEST-053", Severity.WARNING),
  DATA_STORE_DUPLICATE("SCORM-MANIFEST-054", Severity.WARNING),
  REFERENCE_SUBMANIFEST_EMPTY("SCORM-MANIFEST-055", Severity.WARNING),
  PREREQUISITES_CIRCLE("SCORM-MANIFEST-056", Severity.WARNING),
  SUBMANIFEST_UNUSED("SCORM-MANIFEST-057", Severity.WARNING),
  SEQUENCING_DANGLING("SCORM-SEQUENCING-001", Severity.WARNING),
  SEQUENCING_DUPLICATE("SCORM-SEQUENCING-002", Severity.WARNING),
  OBJECTIVE_DUPLICATE("SCORM-SEQUENCING-003", Severity.WARNING),
  OBJECTIVE_UNNAMED("SCORM-SEQUENCING-004", Severity.WARNING),
  OBJECTIVE_UNKNOWN("SCORM-SEQUENCING-005", Severity.WARNING),
  MAP_WITHOUT_TARGET("SCORM-SEQUENCING-006", Severity.WARNING),
  MAP_WRITERS("SCORM-SEQUENCING-007", Severity.WARNING),
  RULE_INCOMPLETE("SCORM-SEQUENCING-008", Severity.WARNING),
  SEQUENCING_IN_12("SCORM-SEQUENCING-009", Severity.WARNING),
  MORE_OF_THIS_KIND("SCORM-REPORT-001", Severity.INFO);

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final String BUNDLE = "org.lmskit.scorm.finding.ScormFindings";

  private final String code;
  private final Severity severity;

  ScormFinding(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The stable code, such as {@code SCORM-MANIFEST-002}. */
  public String code() {
    return code;
  }

  /** Whether the package is refused (ERROR), repaired (WARNING) or only commented on (INFO). */
  public Severity severity() {
    return severity;
  }

  /** The text with its place holders, such as {@code {0}}. */
  public String pattern(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale).getString(code);
  }

  /** The finding at a place, its place holders filled in order. */
  public Problem at(Locale locale, String location, Object... values) {
    return new Problem(severity, code, location, fill(pattern(locale), values));
  }

  private static String fill(String pattern, Object[] values) {
    return PLACE.matcher(pattern).replaceAll(m -> {
      int index = Integer.parseInt(m.group(1));
      return Matcher.quoteReplacement(Excerpt.of(values[index].toString()));
    });
  }
}
