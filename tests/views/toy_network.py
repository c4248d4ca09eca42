"""A made-up network of about the size of the seed article, in our own words."""

from __future__ import annotations

from shanhai.errors import Text
from shanhai.network.projection import NodeInfo, Row
from shanhai.views.network_page import ClaimText

ID = "https://w3id.org/shanhai/id/"
TERM = "https://w3id.org/shanhai/ontology#"
SOURCE = ID + "toy-report"

_REGIONS = {
    "cn-331122": ("缙云县", "Jinyun County", -1),
    "cn-310112": ("闵行区", "Minhang District", 1),
    "cn-31": ("上海市", "Shanghai", 1),
    "cn-3301": ("杭州市", "Hangzhou", 0),
    "cn-3201": ("南京市", "Nanjing", 0),
    "cn-3205": ("苏州市", "Suzhou", 0),
    "cn-3302": ("宁波市", "Ningbo", 0),
    "cn-3410": ("黄山市", "Huangshan", 0),
    "cn-36": ("江西省", "Jiangxi", 0),
    "cn-52": ("贵州省", "Guizhou", 0),
    "cn-53": ("云南省", "Yunnan", 0),
    "cn-46": ("海南省", "Hainan", 0),
}
_OTHERS = {
    "enclave": ("缙云(上海)科创飞地", "Jinyun (Shanghai) Science-Innovation Enclave", "Enclave", 1),
    "xinzhuang": ("莘庄工业区", "Xinzhuang Industrial Zone", "Park", 1),
    "lijin": ("丽缙高新区", "Lijin High-Tech Zone", "Park", -1),
    "centre": (
        "先进制造业工程师协同创新中心",
        "Advanced Manufacturing Engineers' Collaborative Innovation Centre",
        "InnovationCentre",
        -1,
    ),
    "tsinghua": (
        "浙江清华长三角研究院",
        "Yangtze Delta Region Institute of Tsinghua University, Zhejiang",
        "ResearchInstitute",
        0,
    ),
    "sdu": (
        "山东大学氢能研究中心产业化基地",
        "Industrialisation Base of Shandong University's Hydrogen Research Centre",
        "Base",
        -1,
    ),
    "ncepu": (
        "华北电力大学智能电气研究中心缙云工作站",
        "Jinyun Workstation of NCEPU's Smart Electrics Research Centre",
        "Workstation",
        -1,
    ),
    "shandong-u": ("山东大学", "Shandong University", "University", 0),
    "ncepu-u": ("华北电力大学", "North China Electric Power University", "University", 0),
    "sjtu": ("上海交通大学", "Shanghai Jiao Tong University", "University", 1),
    "yushi": ("上海禹视科技有限公司", "Shanghai Yushi Technology Co., Ltd.", "Company", 1),
    "yuanke": ("浙江源科半导体有限公司", "Zhejiang Yuanke Semiconductor Co., Ltd.", "Company", -1),
    "jy-tourism": ("缙云县文旅局", "Jinyun Culture and Tourism Bureau", "GovernmentBody", -1),
    "mh-tourism": ("闵行区文旅局", "Minhang Culture and Tourism Bureau", "GovernmentBody", 1),
    "promotion": (
        "缙云旅游(闵行)推广中心",
        "Jinyun Tourism (Minhang) Promotion Centre",
        "PromotionCentre",
        1,
    ),
    "ecnu": ("华东师范大学", "East China Normal University", "University", 1),
    "ecnu-base": (
        "华东师范大学旅游与会展培训基地",
        "ECNU Tourism and Convention Training Base",
        "Base",
        -1,
    ),
    "sits": (
        "上海市工业技术学校",
        "Shanghai Industrial Technology School",
        "School",
        1,
    ),
    "community": (
        "跨区域职业教育共同体",
        "Cross-Regional Vocational Education Community",
        "EducationCommunity",
        0,
    ),
    "alumni": (
        "缙云中学上海校友会",
        "Shanghai Alumni Association of Jinyun High School",
        "Association",
        1,
    ),
    "jinyun-school": ("缙云中学", "Jinyun High School", "School", -1),
    "changhai": (
        "上海长海医院消化内科团队",
        "Gastroenterology Team of Shanghai Changhai Hospital",
        "Team",
        1,
    ),
    "hospital": ("缙云县人民医院", "Jinyun People's Hospital", "Hospital", -1),
    "expert": ("夏景林专家工作站", "Xia Jinglin Expert Workstation", "Workstation", -1),
    "studios": (
        "沪特级教师驻缙工作室群",
        "Shanghai Master Teachers' Studios in Jinyun",
        "Studio",
        -1,
    ),
    "hangshang": ("杭商旅集团", "Hangzhou Commerce & Tourism Group", "Company", 0),
    "changfeng": ("长峰集团", "Changfeng Group", "Company", 0),
    "geely": ("吉利科技集团", "Geely Technology Group", "Company", 0),
    "trip": ("携程集团", "Trip.com Group", "Company", 1),
    "qingyifang": ("青壹坊", "Qingyifang", "Company", 0),
}
_TIES = [
    ("cn-331122", "cn-310112", "industry tourism agriculture", "signedAgreement", 4),
    ("cn-331122", "cn-31", "industry innovation agriculture", "project", 5),
    *[
        ("cn-331122", f"cn-{code}", "tourism", "exchange", 1)
        for code in (3301, 3201, 3205, 3302, 3410)
    ],
    *[("cn-331122", f"cn-{code}", "government", "signedAgreement", 1) for code in (36, 52, 53, 46)],
    ("cn-36", "cn-52", "government", "signedAgreement", 1),
    ("cn-331122", "enclave", "innovation", "jointPlatform", 3),
    ("cn-331122", "xinzhuang", "industry", "project", 1),
    ("enclave", "yushi", "innovation", "project", 1),
    ("enclave", "sjtu", "innovation", "project", 1),
    ("cn-331122", "centre", "innovation", "jointPlatform", 1),
    ("tsinghua", "centre", "innovation", "jointPlatform", 1),
    ("cn-331122", "tsinghua", "innovation", "jointPlatform", 1),
    ("centre", "sdu", "innovation", "jointPlatform", 1),
    ("centre", "ncepu", "innovation", "jointPlatform", 1),
    ("sdu", "shandong-u", "innovation", "jointPlatform", 1),
    ("ncepu", "ncepu-u", "innovation", "jointPlatform", 1),
    ("lijin", "yuanke", "industry", "project", 1),
    ("cn-331122", "lijin", "industry", "project", 1),
    ("jy-tourism", "mh-tourism", "tourism", "signedAgreement", 2),
    ("jy-tourism", "promotion", "tourism", "jointPlatform", 1),
    ("mh-tourism", "promotion", "tourism", "jointPlatform", 1),
    ("jy-tourism", "ecnu-base", "tourism", "jointPlatform", 1),
    ("ecnu", "ecnu-base", "tourism", "jointPlatform", 1),
    ("cn-331122", "sits", "education", "jointPlatform", 1),
    ("sits", "community", "education", "jointPlatform", 1),
    ("cn-331122", "community", "education", "jointPlatform", 1),
    ("cn-331122", "alumni", "health", "support", 1),
    ("alumni", "jinyun-school", "education", "support", 1),
    ("cn-331122", "changhai", "health", "project", 1),
    ("changhai", "hospital", "health", "support", 1),
    ("cn-331122", "expert", "health", "jointPlatform", 1),
    ("cn-331122", "studios", "education", "jointPlatform", 1),
    *[
        ("cn-331122", name, "tourism", "visit", 1)
        for name in ("hangshang", "changfeng", "geely", "trip")
    ],
    ("cn-331122", "qingyifang", "tourism", "support", 1),
]


def nodes() -> dict[str, NodeInfo]:
    """Return what is known of the toy's nodes."""
    from shanhai.network.projection import kind_of

    result = {
        ID + slug: NodeInfo(zh, en, "region", side, "Region")
        for slug, (zh, en, side) in _REGIONS.items()
    }
    for slug, (zh, en, kind, side) in _OTHERS.items():
        result[ID + slug] = NodeInfo(zh, en, kind_of(kind), side, kind)
    return result


def rows() -> tuple[Row, ...]:
    """Return the toy's rows: one for each claim and field."""
    result = []
    for a, b, fields, formality, count in _TIES:
        for number in range(count):
            result += [
                Row(
                    ID + a,
                    ID + b,
                    f"{ID}{a}-{b}-{number + 1}",
                    f"{TERM}field-{field}",
                    earliest="2022-08-01" if number == 0 else "",
                    status=f"{TERM}status-operating",
                    formality=f"{TERM}formality-{formality}",
                    source=SOURCE,
                    reading="uncertain" if formality == "visit" else "certain",
                )
                for field in fields.split()
            ]
    return tuple(result)


def claims() -> dict[str, ClaimText]:
    """Return a sentence for each claim; those of visits are uncertain."""
    names = nodes()
    result = {}
    for place, row in enumerate(rows()):
        a, b = names[row.a], names[row.b]
        result[row.claim] = ClaimText(
            f"{a.zh}与{b.zh}往来。",
            f"{a.en} and {b.en} deal with each other.",
            f"示例报道,第 {1 + place % 5} 节第 {place + 1} 段",
            f"toy report, section {1 + place % 5}, paragraph {place + 1}",
            certain="visit" not in row.formality,
            why=Text("只是来访", "only a visit") if "visit" in row.formality else None,
        )
    return result
