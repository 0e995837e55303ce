package org.lmskit.scorm.manifest.read;

import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.bind.BoundNode;

/** Findings about one document, placed at its lines. */
record Report(String file, Findings findings) {
  void add(ScormFinding finding, BoundNode at, Object... values) {
    findings.add(finding, file + ":" + at.line, values);
  }

  /** Adds a finding and makes the exception of it. */
  RejectedException refuse(ScormFinding finding, BoundNode at, Object... values) {
    return findings.refuse(finding, file + ":" + at.line, values);
  }

  /** Finds the same and tells nobody: for what was already reported elsewhere. */
  Report silent() {
    return new Report(file, new Findings());
  }
}
