package org.lmskit.scorm;

import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.sequencing.Activity;

/**
 * The content that is delivered now.
 *
 * @param activity that it belongs to
 * @param launch what the launch brought
 * @param state its run-time data
 */
record RunningContent(Activity activity, LaunchData launch, RuntimeState state) {
  RunningContent with(RuntimeState next) {
    return new RunningContent(activity, launch, next);
  }
}
