package org.lmskit.observation;

import org.lmskit.model.Reason;

/** Why observing and signing off is refused. Of several, the first in this order is given. */
public enum ObservationReason implements Reason {
  /** The checklist has errors. */
  CHECKLIST_INVALID,
  /** Nobody is observed by this checklist any more. */
  CHECKLIST_RETIRED,
  /** The observation does not wait for this any more. */
  OBSERVATION_CLOSED,
  /** A learner judges himself. */
  SELF_OBSERVATION,
  /** Whoever observed cannot sign off too. */
  SAME_PERSON_TWO_ROLES,
  /** The observer had no valid award of the needed certification on the day of the observation. */
  OBSERVER_NOT_QUALIFIED,
  /** Whoever signs is not in the learner's manager chain on the day of signing. */
  NOT_MANAGER,
  /** The days for signing off are over. */
  SIGN_OFF_TOO_LATE,
  /** The host did not recognise the signer. */
  SIGNATURE_NOT_VERIFIED,
  /** Points are missing, belong to no criterion, or are no grade of its scale. */
  POINTS_INVALID,
  /** A correction is of another learner or another checklist. */
  CORRECTION_OF_ANOTHER,
  /** Say in words why. */
  REASON_MISSING
}
