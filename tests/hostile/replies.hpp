#ifndef EC2WIRE_TESTS_HOSTILE_REPLIES_HPP
#define EC2WIRE_TESTS_HOSTILE_REPLIES_HPP

#include <cstddef>
#include <string>
#include <string_view>

// Replies that need memory of every kind: lists that grow while others were allocated after them, maps,
// strings and keys that are unescaped or joined, blobs, attributes that are compared.
namespace ec2wire::tests {

inline std::string stop_reply_of_all(std::size_t items) {
    std::string all;
    for (std::size_t i = 0; i < items; ++i)
        all +=
            "<item a='' b=''><instanceId>i&#45;" + std::to_string(i) +
            "</instanceId><currentState><code>1<!-- -->6</code><name>R&amp;D</name></currentState>"
            "<previousState><code>80</code></previousState></item>";
    return "<StopInstancesResponse xmlns='x'><requestId>a&lt;b</requestId><instancesSet>" + all +
           "</instancesSet></StopInstancesResponse>";
}

inline constexpr std::string_view tree_reply_of_all =
    "<PutTreeResponse><name>a&amp;b</name><tagSet><Tag><key>k&gt;</key></Tag><Tag/></tagSet>"
    "<rows><item><item>&lt;</item><item>x</item></item><item><item>1</item><item>2</item>"
    "<item>3</item><item>4</item><item>5&gt;</item></item><item/><item/><item><item>y</item></item>"
    "</rows><inner><inner><inner><name>&#65;</name></inner></inner></inner>"
    "<branches><item><branches><item/><item><name>b<![CDATA[c]]></name></item></branches></item>"
    "</branches></PutTreeResponse>";

inline constexpr std::string_view fleet_reply_of_all =
    "<ListFleetResponse><groupSet><item><name>&#103;</name><machineSet><item><id>m&#49;</id>"
    "<cookie>AAECAwQF</cookie><addressSet><address>1&amp;</address><address>2</address>"
    "</addressSet><tagSet><item><key>a</key></item><item><key>b&lt;</key></item></tagSet>"
    "<note>n</note><cookies/><note>o&gt;</note></item><item><id>m2</id><note>p</note></item>"
    "</machineSet></item><item/></groupSet><nameSet><item>1&#32;</item><item>2</item></nameSet>"
    "<countSet><item>1</item><item>2</item><item>3</item></countSet><extra><key>k</key></extra>"
    "<next>n</next><extra><key>l&amp;</key></extra></ListFleetResponse>";

inline constexpr std::string_view topic_reply_of_all =
    "<GetTopicResponse><GetTopicResult><Attributes><entry><key>a&amp;</key><value>1</value></entry>"
    "<entry><value>2&lt;</value><key>b</key></entry><entry><key>c</key><value/></entry></"
    "Attributes>"
    "<Ranks><entry><key>&#97;</key><value>7</value></entry></Ranks><Teams><entry><key>t</"
    "key><value>"
    "<member>x&gt;</member><member>y</member></value></entry><entry><key>u</key><value/></entry>"
    "</Teams><Note><Id>i</Id><Text>&#84;</Text></Note><Rows><member><member>1</member>"
    "<member>2</member></member><member/></Rows><Note><Id>j</Id><Text>u</Text></Note>"
    "<Owner>o<!-- -->p</Owner></GetTopicResult><ResponseMetadata><RequestId>r&#45;s</RequestId>"
    "</ResponseMetadata></GetTopicResponse>";

inline constexpr std::string_view error_reply_of_all =
    "<Response a='' b=''><Errors><Error><Code>A&amp;B</Code><Message>a<!-- -->b &lt; c</Message>"
    "</Error><Error><Code>B&gt;</Code></Error></Errors><RequestID>&#114;</RequestID></Response>";

// The deepest reply possible: every level takes its share of the stack.
inline std::string deepest_tree_reply(bool is_of_lists) {
    std::string before = "<PutTreeResponse>", after = "</PutTreeResponse>";
    for (int i = 0; i < (is_of_lists ? 127 : 255); ++i) {
        before += is_of_lists ? "<branches><item>" : "<inner>";
        after = (is_of_lists ? "</item></branches>" : "</inner>") + after;
    }
    return before + after;
}

inline std::string deepest_unknown_reply() {
    std::string before = "<StopInstancesResponse>", after = "</StopInstancesResponse>";
    for (int i = 0; i < 255; ++i) {
        before += "<a b='c'>";
        after = "</a>" + after;
    }
    return before + after;
}

}  // namespace ec2wire::tests

#endif
