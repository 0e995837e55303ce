package org.lmskit.scorm.cts;

import java.util.Optional;

/**
 * What a call gave.
 *
 * @param result as the content sees it
 * @param error the code after it
 * @param navigation where a Terminate led to, if it led anywhere
 */
public record CtsReply(String result, String error, Optional<CtsDelivery> navigation) {}
