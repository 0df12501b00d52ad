/** Enums of policies and items with their Chinese labels. Each map is the single list of its values. */

export const LEVEL_LABELS = {
  national: '国家级', region: '自治区级', city: '包头市级', zone: '高新区级',
} as const satisfies Record<string, string>
export type Level = keyof typeof LEVEL_LABELS

export const CATEGORY_LABELS = {
  technology: '科技', finance: '金融', innovation: '创新', talent: '人才', tax: '税费', industry: '产业',
  employment: '就业社保', marketAccess: '市场准入', green: '绿色转型', trade: '外贸', land: '土地',
  intellectualProperty: '知识产权', law: '法治', environment: '营商环境',
} as const satisfies Record<string, string>
export type Category = keyof typeof CATEGORY_LABELS

export const SUPPORT_LABELS = {
  taxRelief: '税收减免', feeRelief: '费用减免', grant: '拨款补助', award: '奖励', loanInterest: '贷款贴息',
  guarantee: '融资担保', socialInsurance: '社保补贴', equity: '股权投资', qualification: '资质认定',
  service: '服务便利', other: '其他',
} as const satisfies Record<string, string>
export type SupportType = keyof typeof SUPPORT_LABELS

export const MODE_LABELS = {
  automatic: '免申即享', selfDeclared: '自行申报享受', application: '申报审批', certification: '依申请认定',
} as const satisfies Record<string, string>
export type Mode = keyof typeof MODE_LABELS

export const EVIDENCE_LABELS = {
  official: '读到官方文件', secondary: '据转载或解读整理', unverified: '尚未核对来源',
} as const satisfies Record<string, string>
export type Evidence = keyof typeof EVIDENCE_LABELS

export const PUBLICATION_LABELS = {
  draft: '草稿', inReview: '待审', published: '已发布', withdrawn: '已撤回',
} as const satisfies Record<string, string>
export type Publication = keyof typeof PUBLICATION_LABELS

/** What readers are told of a text's force, in the order the answers are looked for. */
export const VALIDITY_LABELS = {
  repealed: '已废止', historical: '历史文件', expired: '已失效', notYetInForce: '尚未生效',
  expiringSoon: '即将失效', current: '现行有效', unstated: '效力未载明',
} as const satisfies Record<string, string>
export type Validity = keyof typeof VALIDITY_LABELS

/** An item's application window as of a day. */
export const WINDOW_LABELS = {
  notYetOpen: '尚未开始申报', open: '申报中', closingSoon: '即将截止', closed: '申报已截止', unstated: '申报时间未载明',
} as const satisfies Record<string, string>
export type WindowState = keyof typeof WINDOW_LABELS

/** How near the last day is on which an item can be had; what has lapsed has none. */
export const ENDING_LABELS = { soon: '60 天内截止', later: '60 天以后', unstated: '截止日未载明' } as const satisfies Record<string, string>
export type Ending = keyof typeof ENDING_LABELS

/** The editor's caveat on a text: superseded or historical (非现行), or not yet checked (待核). */
export const NOTE_LABELS = { notCurrent: '历史文件', toVerify: '待核实' } as const satisfies Record<string, string>
export type NoteKind = keyof typeof NOTE_LABELS

/** Why a clause may be wrong: nobody has read it on a page. Clauses without a basis come from the source. */
export const BASIS_LABELS = { generalKnowledge: '凭一般了解补充，未在来源中读到' } as const satisfies Record<string, string>
export type Basis = keyof typeof BASIS_LABELS

/** How a clause compares an enterprise's fact; the text beside it is what people read. */
export const OPERATOR_LABELS = {
  '=': '等于', '<': '小于', '<=': '不超过', '>': '大于', '>=': '不低于',
  in: '属于', notIn: '不属于', hasAny: '具有其中之一', hasAll: '全部具有',
} as const satisfies Record<string, string>
export type Operator = keyof typeof OPERATOR_LABELS

/** The enterprise facts that clauses ask for, with what the UI calls them. */
export const FACT_LABELS = {
  industry: '行业', sizeClass: '企业规模', taxpayerType: '纳税人类型', entityType: '主体类型', ownership: '所有制',
  employees: '从业人数', annualRevenueWan: '年销售收入', taxableIncomeWan: '年应纳税所得额', totalAssetsWan: '资产总额',
  monthlySalesWan: '月均销售额', fixedAssetInvestmentWan: '固定资产投资额', rdRatioPercent: '研发费用占比',
  rdSpendWan: '研发支出', techStaffRatioPercent: '科技人员占比', hiTechRevenueRatioPercent: '高新技术收入占比',
  qualifications: '已有资质', foundedYears: '成立年数', region: '所在地区', restrictedIndustry: '涉及的限制行业',
  activities: '正在或打算做的事', creditStatus: '信用状况', taxCreditGrade: '纳税信用等级',
  taxCollectionMethod: '所得税征收方式', disabledEmploymentRatioPercent: '安置残疾人比例',
  insuranceYears: '失业保险缴纳年数', layoffRatePercent: '裁员率',
} as const satisfies Record<string, string>
export type Fact = keyof typeof FACT_LABELS
