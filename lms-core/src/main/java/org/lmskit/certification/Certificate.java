package org.lmskit.certification;

import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;

/**
 * A certificate as data: the host prints it as it likes.
 *
 * @param learner whose, by his key
 * @param certification of what
 * @param title the certification's title in the version that governs the award
 * @param award the award, as it stands now
 * @param code the verification code: the event that made the award, which {@code lms.ledger().proof} proves
 */
public record Certificate(
    LearnerKey learner, CertificationId certification, String title, Award award, EventId code) {}
