package org.lmskit.xapi.http;

import org.lmskit.model.TenantId;
import org.lmskit.xapi.Access;

/**
 * Who sent a request.
 *
 * @param tenant whose store it is about
 * @param access what the sender may do there
 */
public record Caller(TenantId tenant, Access access) {}
