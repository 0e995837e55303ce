package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.SCHEMA_VERSION_CONFLICT;
import static org.lmskit.scorm.finding.ScormFinding.SCHEMA_VERSION_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.SCHEMA_VERSION_ODD;
import static org.lmskit.scorm.manifest.ScormEdition.SCORM_12;
import static org.lmskit.scorm.manifest.ScormEdition.SCORM_2004_2ND;
import static org.lmskit.scorm.manifest.ScormEdition.SCORM_2004_3RD;
import static org.lmskit.scorm.manifest.ScormEdition.SCORM_2004_4TH;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundText;
import org.lmskit.scorm.manifest.bind.NamespacesSeen;

/**
 * Which SCORM a manifest follows: namespaces decide between 1.2 and 2004, the schemaversion between the
 * editions of 2004, whose namespaces are the same.
 *
 * @param edition the decision
 * @param evidence how it was made, for a person
 */
record EditionDecision(ScormEdition edition, String evidence) {
  static EditionDecision of(BoundManifest manifest, NamespacesSeen seen, Report report) {
    BoundManifest.Metadata metadata = manifest.metadata;
    BoundText version = metadata == null ? null : metadata.schemaversion;
    String written = Values.text(version);
    ScormEdition byVersion = byVersion(written);
    EditionDecision decision = decide(seen, written, byVersion);
    report(Values.place(version, manifest), written, byVersion, decision, report);
    return decision;
  }

  private static EditionDecision decide(
      NamespacesSeen seen, String written, @Nullable ScormEdition byVersion) {
    String family = family(seen);
    if (family.isEmpty()) {
      return byVersion != null
          ? new EditionDecision(
              byVersion,
              "by the schemaversion \"" + written + "\", there being no namespaces of SCORM")
          : new EditionDecision(
              SCORM_12, "without namespaces or schemaversion, as the least that an LMS can expect");
    }
    if (family.startsWith("1.2")) {
      return new EditionDecision(SCORM_12, "by the namespaces (" + family.substring(4) + ")");
    }
    String by = "by the namespaces (" + family.substring(5) + ")";
    return byVersion != null && byVersion.is2004()
        ? new EditionDecision(byVersion, by + " and the schemaversion \"" + written + "\"")
        : new EditionDecision(
            SCORM_2004_4TH, by + ", the newest edition as no schemaversion names another");
  }

  /** "1.2 NAMESPACE", "2004 NAMESPACE" or empty: what is used counts more than what is declared. */
  private static String family(NamespacesSeen seen) {
    if (seen.adl12Used() != seen.adl2004Used()) {
      return seen.adl12Used() ? "1.2 adlcp_rootv1p2" : "2004 adlcp_v1p3";
    }
    boolean old = seen.declares("adlcp_rootv1p2");
    boolean recent = seen.declares("adlcp_v1p");
    if (old != recent) {
      return old ? "1.2 adlcp_rootv1p2" : "2004 adlcp_v1p3";
    }
    if (seen.root().contains("rootv1p1p2")) {
      return "1.2 imscp_rootv1p1p2";
    }
    if (seen.root().contains("imscp_v1p1") || seen.declares("imsss") || seen.declares("adlseq")) {
      return "2004 imscp_v1p1";
    }
    return "";
  }

  private static @Nullable ScormEdition byVersion(String written) {
    String text = written.toLowerCase(Locale.ROOT);
    if (text.contains("4th")) {
      return SCORM_2004_4TH;
    }
    if (text.contains("3rd")) {
      return SCORM_2004_3RD;
    }
    if (text.contains("2nd") || text.contains("1.3")) {
      return SCORM_2004_2ND;
    }
    if (text.contains("2004")) {
      return SCORM_2004_4TH;
    }
    return text.contains("1.2") || text.contains("1.1") ? SCORM_12 : null;
  }

  private static void report(
      BoundNode at,
      String written,
      @Nullable ScormEdition byVersion,
      EditionDecision decision,
      Report report) {
    String title = decision.edition().title();
    if (written.isEmpty()) {
      report.add(SCHEMA_VERSION_MISSING, at, title, decision.evidence());
    } else if (byVersion != null && byVersion.is2004() != decision.edition().is2004()) {
      report.add(SCHEMA_VERSION_CONFLICT, at, written, title, decision.evidence());
    } else if (!written.equalsIgnoreCase(decision.edition().schemaVersion())) {
      report.add(SCHEMA_VERSION_ODD, at, written, title, decision.evidence());
    }
  }
}
