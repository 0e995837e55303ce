package org.lmskit.scorm.cts;

import java.util.List;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;

/** The LMS under test as one learner of it meets it: the Java API, a protocol, a browser. */
public interface CtsLms {
  /** Opens a package by its name, again or for the first time; no session has begun then. */
  void open(String name);

  /** The learner's request, with the calls that the page makes while it is taken away. */
  CtsDelivery navigate(Request request, List<ApiCall> unload);

  /** A call of the delivered page. */
  CtsReply call(ApiCall call);

  /** The learner's id as the LMS gives it to content. */
  String learnerId();

  /** The learner's name as the LMS gives it to content. */
  String learnerName();
}
