/**
 * The SCORM run time: the CMI data models of SCORM 1.2 and SCORM 2004 and the API calls on them, as
 * pure functions. {@link org.lmskit.scorm.runtime.RuntimeEngine} interprets one table per version
 * ({@code cmi-1.2.json}, {@code cmi-2004.json}), which the browser adapter interprets too.
 *
 * <p>Nothing here stores, sequences or reads a clock: what the package, the learner and sequencing
 * supply comes in as {@link org.lmskit.scorm.runtime.LaunchData}, what they need goes out as {@link
 * org.lmskit.scorm.runtime.RuntimeResult} and {@link org.lmskit.scorm.runtime.Termination}.
 */
@NullMarked
package org.lmskit.scorm.runtime;

import org.jspecify.annotations.NullMarked;
