/**
 * Kept: the life of a connection to a host, from its turn to connect over sign-on, echo and pool to sign-off.
 *
 * <p>What is one connection to a user is, from the socket up: <table> <caption>Each holds the one above it</caption>
 * <tr><th>type<th>what it is<th>lives <tr><td>{@link io.github.isostress.wire.HostConnection}<td>an open socket that
 * sends and receives frames <td>until it is closed or broken <tr><td>{@link
 * io.github.isostress.exchange.Conversation}<td>a connection and what was lately said on it: by that, late and doubled
 * answers are recognised<td>as long as its connection <tr><td>{@link io.github.isostress.link.Link}<td>the place for
 * one connection after the other: opened and signed on when a sample needs it, looked after while idle, opened again
 * when it was lost<td>as long as whoever owns it <tr><td>{@link io.github.isostress.link.LinkSource}<td>where a thread
 * gets a link for each sample; the shapes below <td>as long as its thread <tr><td>{@link
 * io.github.isostress.link.ThreadLinks}<td>a thread's way to its host: sends each request on a link that its source
 * gives<td>as long as its thread <tr><td>{@link io.github.isostress.link.LinkGroup}<td>what all links of one name
 * share: turns at hosts and local addresses, the pace of connects<td>as long as the test <tr><td>{@link
 * io.github.isostress.link.RunLinks}<td>all links and pools of a test<td>as long as the test </table>
 *
 * <table> <caption>Shapes</caption> <tr><th>shape<th>sockets<th>requests under way on each<th>type <tr><td>own (a
 * terminal)<td>one a thread<td>one<td>{@link io.github.isostress.link.OwnLink} <tr><td>pool<td>N, lent to one sample at
 * a time<td>one<td>{@link io.github.isostress.link.LinkPool} <tr><td>shared (a switch)<td>N, used by all threads at
 * once<td>many<td>{@link io.github.isostress.link.SharedLinks} </table>
 *
 * <p>Whether we dial a socket or a host dials us, a {@link io.github.isostress.connect.ConnectionSource} knows, and
 * nothing in this package.
 */
package io.github.isostress.link;
